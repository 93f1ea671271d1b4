import type { list as english } from '../en/list.ts'

export const list: Readonly<Record<keyof typeof english, string>> = {
  'list.all': 'Todos los artículos'
}
