import type { palette as english } from '../en/palette.ts'

export const palette: Readonly<Record<keyof typeof english, string>> = {
  'palette.title': 'Órdenes'
}
