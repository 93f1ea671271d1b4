import type { exporting as english } from '../en/exporting.ts'

export const exporting: Readonly<Record<keyof typeof english, string>> = {
  'export.act': 'Exportar'
}
