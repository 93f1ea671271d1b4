import type { palette as english } from '../en/palette.ts'

export const palette: Readonly<Record<keyof typeof english, string>> = {
  'palette.title': 'Órdenes',
  'palette.field': 'Acción, artículo, versión, lista, fuente o ajuste',
  'palette.group.recent': 'Recientes',
  'palette.group.actions': 'Acciones',
  'palette.group.versions': 'Versiones de este artículo',
  'palette.group.lists': 'Listas',
  'palette.group.folders': 'Carpetas',
  'palette.group.sources': 'Fuentes',
  'palette.group.saved': 'Búsquedas guardadas',
  'palette.group.settings': 'Ajustes',
  'palette.group.articles': 'Artículos',
  'palette.version': 'v{label}  {moment}',
  'palette.once': 'Titular anterior: {headline}',
  'palette.settings': 'Ajustes: {page}',
  'palette.search': 'Buscar «{text}» en las versiones'
}
