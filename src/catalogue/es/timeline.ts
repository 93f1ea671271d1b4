import type { timeline as english } from '../en/timeline.ts'

export const timeline: Readonly<Record<keyof typeof english, string>> = {
  'timeline.now': 'Ahora'
}
