export const app = {
  'app.name': 'Palimpsest',
  'app.library': 'Library',
  'app.close': 'Close'
} as const
