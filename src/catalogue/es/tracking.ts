import type { tracking as english } from '../en/tracking.ts'

export const tracking: Readonly<Record<keyof typeof english, string>> = {
  'tracking.checkNow': 'Comprobar ahora'
}
