import type { views as english } from '../en/views.ts'

export const views: Readonly<Record<keyof typeof english, string>> = {
  'view.read': 'Leer',
  'view.inline': 'En línea',
  'view.side': 'Lado a lado',
  'view.changes': 'Cambios',
  'view.blame': 'Procedencia',
  'view.needsTwo': 'Hacen falta dos versiones',
  'side.older': 'Anterior',
  'side.newer': 'Posterior',
  'side.place': '{place} en v{v}',
  'changes.count': '{n, plural, =0 {Sin cambios} one {# cambio} other {# cambios}}',
  'changes.filter': 'Mostrar',
  'changes.all': 'Todos',
  'changes.facts': 'Datos y citas {n}',
  'changes.silent': 'Sin aviso {n}',
  'changes.hideMinor': 'Ocultar menores',
  'changes.no.all': 'El texto es el mismo.',
  'changes.no.facts': 'No cambió ningún dato ni ninguna cita.',
  'changes.no.silent': 'La página avisó de todos los cambios.'
}
