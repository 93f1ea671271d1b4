import type { PageKind } from '../../../domain/page.ts'
import { blocked } from './blocked.ts'
import { consent } from './consent.ts'
import { notArticle } from './not-article.ts'
import { notFound } from './not-found.ts'
import { paywall } from './paywall.ts'
import type { Signs } from './signs.ts'

export interface Verdict {
  readonly kind: PageKind
  /** In words. */
  readonly reason: string
}

const judges: readonly ((signs: Signs) => Verdict | null)[] = [blocked, notFound, consent, notArticle, paywall]

/**
 * Says what kind of page it is, and why. Each of the others has to be shown; what nothing speaks against is an article. A
 * long text is never taken for a wall, whatever it speaks of.
 */
export function classify(signs: Signs): Verdict {
  for (const judge of judges) {
    const verdict = judge(signs)
    if (verdict !== null) return verdict
  }
  return { kind: 'article', reason: `it has ${signs.words} words of text` }
}
