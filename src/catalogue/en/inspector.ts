export const inspector = {
  'inspector.version': 'Version'
} as const
