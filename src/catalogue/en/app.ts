export const app = {
  'app.name': 'Palimpsest'
} as const
