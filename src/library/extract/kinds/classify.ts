import type { PageKind } from '../../../domain/page.ts'
import type { Facts } from './facts.ts'

export interface Verdict {
  readonly kind: PageKind
  /** In words. */
  readonly reason: string
}

/** Says what kind of page it is, and why. */
export function classify(_facts: Facts): Verdict {
  return { kind: 'article', reason: 'it reads like an article' }
}
