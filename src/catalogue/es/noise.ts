import type { noise as english } from '../en/noise.ts'

export const noise: Readonly<Record<keyof typeof english, string>> = {
  'noise.hide': 'Ocultar cambios como este'
}
