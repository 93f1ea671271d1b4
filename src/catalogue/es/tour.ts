import type { tour as english } from '../en/tour.ts'

export const tour: Readonly<Record<keyof typeof english, string>> = {
  'tour.start': 'Muéstrame lo esencial'
}
