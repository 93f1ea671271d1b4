import type { blame as english } from '../en/blame.ts'

export const blame: Readonly<Record<keyof typeof english, string>> = {
  'blame.firstSeen': 'Visto por primera vez en'
}
