import { locale, t, type Key } from '../../catalogue/words.ts'
import type { Activity } from '../../contract/tracking.ts'
import type { Outcome } from '../../domain/capture.ts'

/** How one look at a page ended, in the words of every place that says it. */
interface OutcomeWords {
  /** In a pill or under a mark: two words at most. */
  readonly short: Key
  /** What was observed, without a full stop. */
  readonly long: Key
  /** How it looks: a new text, nothing new, or something in the way. */
  readonly tone: 'new' | 'quiet' | 'failed'
}

export const outcomeWords: Readonly<Record<Outcome, OutcomeWords>> = {
  changed: { short: 'outcome.changed', long: 'outcome.changedLong', tone: 'new' },
  unchanged: { short: 'outcome.same', long: 'outcome.unchangedLong', tone: 'quiet' },
  'not-modified': { short: 'outcome.same', long: 'outcome.notModifiedLong', tone: 'quiet' },
  redirected: { short: 'outcome.redirected', long: 'outcome.redirectedLong', tone: 'failed' },
  gone: { short: 'outcome.gone', long: 'outcome.goneLong', tone: 'failed' },
  blocked: { short: 'outcome.blocked', long: 'outcome.blockedLong', tone: 'failed' },
  paywall: { short: 'outcome.paywall', long: 'outcome.paywallLong', tone: 'failed' },
  consent: { short: 'outcome.consent', long: 'outcome.consentLong', tone: 'failed' },
  'soft-404': { short: 'outcome.notFound', long: 'outcome.notFoundLong', tone: 'failed' },
  'not-an-article': { short: 'outcome.noArticle', long: 'outcome.noArticleLong', tone: 'failed' },
  'too-large': { short: 'outcome.tooLarge', long: 'outcome.tooLargeLong', tone: 'failed' },
  'rate-limited': { short: 'outcome.rateLimited', long: 'outcome.rateLimitedLong', tone: 'failed' },
  'server-error': { short: 'outcome.serverError', long: 'outcome.serverErrorLong', tone: 'failed' },
  'network-error': { short: 'outcome.networkError', long: 'outcome.networkErrorLong', tone: 'failed' },
  'extraction-changed': { short: 'outcome.improved', long: 'outcome.improvedLong', tone: 'quiet' }
}

/** `The site refused the check (403 Forbidden)`. */
export function outcomeLine(outcome: Outcome, status: number | null): string {
  const long = t(outcomeWords[outcome].long)
  return status === null || status < 400 ? long : t('outcome.withStatus', { long, status: statusWords(status) })
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
  if (what === 'rebuilt') return { text: t('activity.readAnew'), tone: version === null ? 'quiet' : 'new' }
  if (what !== 'article' && added > 0) return { text: t('activity.new', { n: added }), tone: 'new' }
  if (version !== null) return { text: t('activity.saved', { version }), tone: 'new' }
  if (tone === 'failed' && status !== null && status >= 400) return { text: String(status), tone }
  if (what === 'feed' && outcome === 'changed') return { text: t('activity.noNew'), tone: 'quiet' }
  return { text: t(short), tone }
}

const kinds: Readonly<Record<Activity['what'], Key | null>> = {
  article: null,
  feed: 'activity.feed',
  archive: 'activity.archive',
  rebuilt: 'activity.rebuilt'
}

/** Under the title: `Feed, The Courier, 11:38`, and how it ended where the pill does not say all. */
export function activityLine(activity: Activity, time: string): string {
  const kind = kinds[activity.what]
  return [kind === null ? '' : t(kind), activity.source, time].filter((part) => part !== '').join(', ')
}

/** A line of a log: `11:31:04 GET /news/hospital-chair 403`. */
export function sentLine({ at, url, status, outcome }: Activity): string {
  const parsed = URL.parse(url)
  const path = parsed === null ? url : `${parsed.pathname}${parsed.search}`
  const time = new Date(at).toLocaleTimeString(locale(), { hour12: false })
  return `${time} GET ${path} ${status ?? t(outcomeWords[outcome].short).toLocaleLowerCase(locale())}`
}
