export const compare = {
  'compare.noChanges': 'No changes'
} as const
