import { elementsUnder } from '../tree.ts'
import type { Facts } from './facts.ts'

/** A page with fewer words has next to no text. */
const fewWords = 40

/** Whether a page holds next to no text itself and has scripts that would write it. */
export function needsBrowser({ document, words }: Facts): boolean {
  if (words >= fewWords) return false
  for (const { tagName, attrs } of elementsUnder(document)) {
    if (
      tagName === 'script' &&
      attrs.some(({ name, value }) => name === 'src' || (name === 'type' && value === 'module'))
    )
      return true
  }
  return false
}
