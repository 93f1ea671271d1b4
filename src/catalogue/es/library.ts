import type { library as english } from '../en/library.ts'

export const library: Readonly<Record<keyof typeof english, string>> = {
  'library.opening': 'Abriendo la biblioteca'
}
