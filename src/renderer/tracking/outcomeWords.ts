import type { Activity } from '../../contract/tracking.ts'
import type { Outcome } from '../../domain/capture.ts'
import { count } from '../ui/words.ts'

/** How one look at a page ended, in the words of every place that says it. */
interface OutcomeWords {
  /** In a pill or under a mark: two words at most. */
  readonly short: string
  /** What was observed, without a full stop. */
  readonly long: string
  /** How it looks: a new text, nothing new, or something in the way. */
  readonly tone: 'new' | 'quiet' | 'failed'
}

export const outcomeWords: Readonly<Record<Outcome, OutcomeWords>> = {
  changed: { short: 'Changed', long: 'The text changed', tone: 'new' },
  unchanged: { short: 'No change', long: 'The text is the same', tone: 'quiet' },
  'not-modified': { short: 'No change', long: 'The site says that the page is the same', tone: 'quiet' },
  redirected: { short: 'Redirected', long: 'The address led to another page', tone: 'failed' },
  gone: { short: 'Page gone', long: 'The page is no longer there', tone: 'failed' },
  blocked: { short: 'Refused', long: 'The site refused the check', tone: 'failed' },
  paywall: { short: 'Paywall', long: 'The page showed a part of the text and asked for payment', tone: 'failed' },
  consent: { short: 'Consent page', long: 'The site asked for consent in place of the article', tone: 'failed' },
  'soft-404': { short: 'Not found', long: 'The page says that it was not found', tone: 'failed' },
  'not-an-article': { short: 'No article', long: 'The page loaded but no article text was found', tone: 'failed' },
  'too-large': { short: 'Too large', long: 'The page is too large to read', tone: 'failed' },
  'rate-limited': { short: 'Slow down', long: 'The site asked for fewer checks', tone: 'failed' },
  'server-error': { short: 'Server error', long: 'The site could not answer', tone: 'failed' },
  'network-error': { short: 'No answer', long: 'The site could not be reached', tone: 'failed' },
  'extraction-changed': {
    short: 'Reader improved',
    long: 'The same page is read better now. The page did not change',
    tone: 'quiet'
  }
}

/** `The site refused the check (403 Forbidden)`. */
export function outcomeLine(outcome: Outcome, status: number | null): string {
  const { long } = outcomeWords[outcome]
  return status === null || status < 400 ? long : `${long} (${statusWords(status)})`
}

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  406: 'Not Acceptable',
  408: 'Request Timeout',
  410: 'Gone',
  429: 'Too Many Requests',
  451: 'Unavailable For Legal Reasons',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout'
}

/** `403 Forbidden`; the names are those of RFC 9110. */
export function statusWords(status: number): string {
  const reason = reasons[status]
  return reason === undefined ? String(status) : `${status} ${reason}`
}

/** What the pill of a finished check says, and how it looks. */
export function pillOf(activity: Activity): { readonly text: string; readonly tone: OutcomeWords['tone'] } {
  const { outcome, status, version, what, added } = activity
  const { short, tone } = outcomeWords[outcome]
  if (what === 'rebuilt') return { text: 'Read anew', tone: version === null ? 'quiet' : 'new' }
  if (what !== 'article' && added > 0) return { text: count(added, 'new', 'new'), tone: 'new' }
  if (version !== null) return { text: `v${version} saved`, tone: 'new' }
  if (tone === 'failed' && status !== null && status >= 400) return { text: String(status), tone }
  if (what === 'feed' && outcome === 'changed') return { text: 'No new articles', tone: 'quiet' }
  return { text: short, tone }
}

const kinds: Readonly<Record<Activity['what'], string>> = {
  article: '',
  feed: 'Feed',
  archive: 'Archive',
  rebuilt: 'Read anew from the stored page'
}

/** Under the title: `Feed, The Courier, 11:38`, and how it ended where the pill does not say all. */
export function activityLine(activity: Activity, time: string): string {
  return [kinds[activity.what], activity.source, time].filter((part) => part !== '').join(', ')
}

/** A line of a log: `11:31:04 GET /news/hospital-chair 403`. */
export function sentLine({ at, url, status, outcome }: Activity): string {
  const parsed = URL.parse(url)
  const path = parsed === null ? url : `${parsed.pathname}${parsed.search}`
  const time = new Date(at).toLocaleTimeString(undefined, { hour12: false })
  return `${time} GET ${path} ${status ?? outcomeWords[outcome].short.toLowerCase()}`
}
