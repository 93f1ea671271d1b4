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
  return byStatus(signs.source.status ?? 200) ?? { kind: 'article', reason: `it has ${signs.words} words of text` }
}

/** An answer that is no success is no article either, however much text it brings. */
function byStatus(status: number): Verdict | null {
  if (status < 300 && status !== 206) return null
  const reason = `the server answered with ${status}`
  if (status === 404 || status === 410) return { kind: 'soft-404', reason }
  if (status === 402) return { kind: 'paywall', reason }
  return { kind: [401, 403, 429, 451].includes(status) ? 'blocked' : 'not-an-article', reason }
}
