import type { views as english } from '../en/views.ts'

export const views: Readonly<Record<keyof typeof english, string>> = {
  'view.read': 'Leer',
  'view.inline': 'En línea',
  'view.side': 'Lado a lado',
  'view.changes': 'Cambios',
  'view.blame': 'Procedencia',
  'view.needsTwo': 'Hacen falta dos versiones'
}
