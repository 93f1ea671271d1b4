import type { Outcome } from './capture.ts'
import { contentWords } from './count.ts'
import type { Page } from './page.ts'

/** A complete response, as far as it decides what it is to the article. */
export interface Response {
  readonly status: number
  /** Whether the address was answered by the home page of a site, after redirects. */
  readonly isHome: boolean
  /** Whether its type is one that holds text for readers. */
  readonly isText: boolean
  /** What the page says; null where it was not read, or could not be. */
  readonly page: Page | null
  /** Why it could not be read: what hung or exhausted the parser. */
  readonly unread: string | null
  /** Words of the newest text of the article; null where there is none. */
  readonly before: number | null
}

/**
 * What becomes of a response: its text is compared and may become a revision, it is an event without a text, or its text
 * is kept apart because it may be only a part of the article.
 */
export type Verdict =
  | { readonly as: 'text'; readonly page: Page }
  | { readonly as: 'event'; readonly outcome: Outcome; readonly detail: string }
  | { readonly as: 'held'; readonly page: Page; readonly why: 'paywall' | 'shrunk'; readonly detail: string }

/** A text that lost more than this share of at least so many words is looked at a second time before it counts. */
const leastShare = 0.4
const leastWords = 120

/** Judges a response. Only one that is complete, successful and article-like can become a revision. */
export function judge(response: Response): Verdict {
  const { status, isHome, isText, page, unread } = response
  const refused = byStatus(status)
  if (refused !== null) return event(page?.kind === 'blocked' ? 'blocked' : refused, page?.reason ?? '')
  if (isHome) return event('redirected', 'home')
  if (!isText) return event('not-an-article', 'type')
  if (unread !== null) return event('too-large', unread)
  if (page === null) return event('not-an-article', 'empty')
  return ofPage(page, response.before)
}

const event = (outcome: Outcome, detail: string): Verdict => ({ as: 'event', outcome, detail })

/** The outcome that a status alone decides; null for a success. */
function byStatus(status: number): Outcome | null {
  if (status === 200 || status === 203) return null
  if (status === 304) return 'not-modified'
  if (status === 404 || status === 410) return 'gone'
  if (status === 429) return 'rate-limited'
  if (status === 402) return 'paywall'
  if ([401, 403, 407, 418, 451].includes(status)) return 'blocked'
  if (status >= 400) return 'server-error'
  return status >= 300 ? 'redirected' : 'not-an-article'
}

function ofPage(page: Page, before: number | null): Verdict {
  if (page.kind === 'paywall')
    return before === null ? event('paywall', page.reason) : { as: 'held', page, why: 'paywall', detail: page.reason }
  if (page.kind !== 'article') return event(page.kind, page.reason)
  const words = contentWords(page.content)
  if (before !== null && before >= leastWords && words < before * leastShare)
    return { as: 'held', page, why: 'shrunk', detail: `${words} of ${before} words` }
  return { as: 'text', page }
}
