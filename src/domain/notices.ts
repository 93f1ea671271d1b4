import type { Edit } from './diff/comparison.ts'

/** The kinds of change that a reader may be told of outside the window. */
type NoticeKind = 'search' | 'removed' | 'headline' | 'silent'

/** Something that happened to an article, for a notice. */
export type Happening = HappeningOf & {
  readonly article: number
  /** Who publishes it. */
  readonly source: string
  readonly headline: string
  /** The two revisions to be shown; null where nothing is to be compared. */
  readonly older: number | null
  readonly newer: number | null
}

type HappeningOf =
  | {
      readonly what: 'changed'
      readonly minor: boolean
      readonly silent: boolean
      /** The headline before, where it is another now. */
      readonly headlineBefore: string | null
      readonly edits: readonly Pick<Edit, 'kinds' | 'reason' | 'minor' | 'folded'>[]
    }
  /** The page says that it is gone, or shows the article again after that. */
  | { readonly what: 'gone' | 'returned' }
  /** Saved searches, by name, that came to find the article; each is one for which the reader wants notices. */
  | { readonly what: 'found'; readonly searches: readonly string[] }

/** What the reader wants to be told, and when not. */
export interface NoticeChoice {
  readonly headlines: boolean
  readonly silent: boolean
  readonly removed: boolean
  /** Local times `hh:mm`; nothing is said from `from` until before `to`, over midnight where that is earlier. */
  readonly quiet: { readonly from: string; readonly to: string } | null
}

/** What is told, without the words that it is told in. */
export type Told =
  /** The first of the saved searches that came to find it, and how many more did. */
  | { readonly what: 'found'; readonly headline: string; readonly search: string; readonly more: number }
  | { readonly what: 'gone' | 'returned'; readonly headline: string }
  | { readonly what: 'headline'; readonly headline: string; readonly before: string }
  /** `40 → 60 households`; null where no one word or figure says it. */
  | { readonly what: 'silent'; readonly headline: string; readonly change: string | null }

/** Something for the reader; the same as the contract's. */
export interface WorthTelling {
  readonly article: number
  readonly kind: NoticeKind
  readonly source: string
  readonly told: Told
  readonly older: number | null
  readonly newer: number | null
}

/** Most notices of one round; what is above is in the list. */
const mostNotices = 50
/** Characters of a headline, or of the words that changed. */
const longest = 120

/**
 * What of all that happened deserves a notice: other headlines, silent edits, removals and returns, never what is minor or folded
 * noise; and whatever a saved search came to find, because the reader asked for that very text. `at`: the local time,
 * `hh:mm`; in the quiet hours nothing does. An article is named once, by the most telling of it.
 */
export function noticesFor(
  happenings: readonly Happening[],
  choice: NoticeChoice,
  at: string
): readonly WorthTelling[] {
  if (isQuiet(choice.quiet, at)) return []
  const byArticle = new Map<number, WorthTelling>()
  for (const happening of happenings) {
    const notice = noticeOf(happening, choice)
    const known = byArticle.get(happening.article)
    if (notice !== null && (known === undefined || rank(notice) <= rank(known))) byArticle.set(notice.article, notice)
  }
  return [...byArticle.values()].toSorted((one, other) => rank(one) - rank(other)).slice(0, mostNotices)
}

/** Whether a time of the day lies in the quiet hours; the same beginning and end mean the whole day. */
export function isQuiet(quiet: NoticeChoice['quiet'], at: string): boolean {
  if (quiet === null) return false
  const { from, to } = quiet
  return from < to ? at >= from && at < to : at >= from || at < to
}

function rank({ kind }: WorthTelling): number {
  return ['search', 'removed', 'headline', 'silent'].indexOf(kind)
}

function noticeOf(happening: Happening, choice: NoticeChoice): WorthTelling | null {
  const { article, source, older, newer } = happening
  const worth = kindAndTold(happening, choice)
  return worth === null ? null : { article, source, older, newer, ...worth }
}

function kindAndTold(happening: Happening, choice: NoticeChoice): Pick<WorthTelling, 'kind' | 'told'> | null {
  const headline = shortened(happening.headline)
  if (happening.what === 'found') {
    const [first = '', ...others] = happening.searches
    return { kind: 'search', told: { what: 'found', headline, search: shortened(first), more: others.length } }
  }
  if (happening.what !== 'changed') {
    return choice.removed ? { kind: 'removed', told: { what: happening.what, headline } } : null
  }
  if (happening.minor) return null
  const { headlineBefore } = happening
  if (choice.headlines && headlineBefore !== null && changesHeadline(happening.edits))
    return { kind: 'headline', told: { what: 'headline', headline, before: shortened(headlineBefore) } }
  if (!choice.silent || !happening.silent) return null
  return { kind: 'silent', told: { what: 'silent', headline, change: tellingReason(happening.edits) } }
}

type Shown = Pick<Edit, 'kinds' | 'reason' | 'minor' | 'folded'>

/** A headline that only its typography or spelling tells apart is none that changed. */
function changesHeadline(edits: readonly Shown[]): boolean {
  return edits.some(({ kinds, minor, folded }) => kinds.includes('headline') && !minor && !folded)
}

/** `40 → 60 households`: the reason of a change of one word or figure; null where there is no such one. */
function tellingReason(edits: readonly Shown[]): string | null {
  const shown = edits.filter(({ minor, folded }) => !minor && !folded)
  const told = shown.find(({ reason }) => reason.includes(' → '))
  if (told === undefined) return null
  return shortened(told.reason.replace(/^[a-z][a-z -]{0,40}: /, ''))
}

function shortened(text: string): string {
  const line = text
    .slice(0, longest * 4)
    .replace(/\s+/gu, ' ')
    .trim()
  const characters = Array.from(line)
  return characters.length <= longest
    ? line
    : `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
}
