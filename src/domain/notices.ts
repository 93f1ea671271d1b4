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

/** A sentence for the reader; the same as the contract's. */
export interface WorthTelling {
  readonly article: number
  readonly kind: NoticeKind
  readonly source: string
  readonly text: string
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
  const worth = kindAndText(happening, choice)
  return worth === null ? null : { article, source, older, newer, ...worth }
}

function kindAndText(happening: Happening, choice: NoticeChoice): Pick<WorthTelling, 'kind' | 'text'> | null {
  const headline = shortened(happening.headline)
  if (happening.what === 'found') return { kind: 'search', text: `${searchWords(happening.searches)} “${headline}”` }
  if (happening.what !== 'changed') {
    const word = happening.what === 'gone' ? 'Removed' : 'Back again'
    return choice.removed ? { kind: 'removed', text: `${word}: “${headline}”` } : null
  }
  if (happening.minor) return null
  const { headlineBefore } = happening
  if (choice.headlines && headlineBefore !== null && changesHeadline(happening.edits))
    return { kind: 'headline', text: `Headline changed: “${shortened(headlineBefore)}” is now “${headline}”` }
  if (!choice.silent || !happening.silent) return null
  const reason = tellingReason(happening.edits)
  return {
    kind: 'silent',
    text: reason === null ? `Silent edit in “${headline}”` : `Silent edit: ${reason} in “${headline}”`
  }
}

/** `Saved search “evictions” now finds`, of several the first and how many more. */
function searchWords([first = '', ...others]: readonly string[]): string {
  if (others.length === 0) return `Saved search ${quoted(shortened(first))} now finds`
  return `Saved search ${quoted(shortened(first))} and ${others.length} more now find`
}

/** A name that is itself a phrase in quotation marks has enough of them. */
const quoted = (name: string): string => (/^["“„«»「]/u.test(name) ? name : `“${name}”`)

type Told = Pick<Edit, 'kinds' | 'reason' | 'minor' | 'folded'>

/** A headline that only its typography or spelling tells apart is none that changed. */
function changesHeadline(edits: readonly Told[]): boolean {
  return edits.some(({ kinds, minor, folded }) => kinds.includes('headline') && !minor && !folded)
}

/** `40 → 60 households`: the reason of a change of one word or figure; null where there is no such one. */
function tellingReason(edits: readonly Told[]): string | null {
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
