import type { app as english } from '../en/app.ts'

export const app: Readonly<Record<keyof typeof english, string>> = {
  'app.name': 'Palimpsest',
  'app.library': 'Biblioteca',
  'app.close': 'Cerrar'
}
