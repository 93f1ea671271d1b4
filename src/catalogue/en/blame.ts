export const blame = {
  'blame.firstSeen': 'First seen in'
} as const
