/** The kinds of change a reader is told about, most telling first. */
export const editKinds = [
  'headline',
  'quote',
  'figure',
  'negation',
  'hedge',
  'name',
  'attribution',
  'date',
  'correction-note',
  'removed',
  'added',
  'moved',
  'split',
  'merged',
  'standfirst',
  'byline',
  'date-claim',
  'image',
  'caption',
  'link',
  'wording',
  'typo',
  'punctuation',
  'typography',
  'boilerplate'
] as const
export type EditKind = (typeof editKinds)[number]

/** Why an edit is folded away by default. It is stored, counted and can always be unfolded. */
export const foldRules = [
  'relative-time',
  'update-line',
  'counter',
  'ticker',
  'typography',
  'mojibake',
  'boilerplate',
  'reordered-links',
  'tracking',
  'archive',
  /** A rule that the reader made. */
  'reader'
] as const
export type FoldRule = (typeof foldRules)[number]

/**
 * A stretch of text inside an edited block. Joining `old` (or `text`) of same and removed runs gives the old text
 * exactly, of same and added runs the new text. `old` and `new` of a same run differ in typography alone.
 */
export type Run =
  | { readonly op: 'same'; readonly old: string; readonly new: string }
  | (Changed & { readonly op: 'removed' })
  | (Changed & { readonly op: 'added' })

/**
 * Words that are shown as changed. In a replaced sentence, or between changes too close to be read apart, some of them may
 * stand on the other side too: `kept` are those, as stretches of `text` in order, the same number on both sides.
 */
interface Changed {
  readonly text: string
  readonly edit: number
  readonly kept?: readonly (readonly [number, number])[]
}

/**
 * One step from the older to the newer revision. Numbers are positions in the two lists of blocks. Every block of the
 * newer revision stands in exactly one hunk, and so does every block of the older; a move counts at its new place and
 * `moved-away` only marks where it was. Of a split or merge both sides are lists: mostly one block on one of them, but where only
 * the break between two paragraphs moved, as many on both (a split). Its runs are over the texts joined by line breaks.
 */
export type Hunk =
  | { readonly op: 'same'; readonly old: number; readonly new: number }
  | { readonly op: 'edited'; readonly old: number; readonly new: number; readonly runs: readonly Run[] }
  | { readonly op: 'added'; readonly new: number }
  | { readonly op: 'removed'; readonly old: number }
  | {
      readonly op: 'moved'
      readonly old: number
      readonly new: number
      readonly direction: 'up' | 'down'
      readonly runs: readonly Run[]
    }
  | { readonly op: 'moved-away'; readonly old: number; readonly new: number }
  | {
      readonly op: 'split'
      readonly old: readonly number[]
      readonly new: readonly number[]
      readonly runs: readonly Run[]
    }
  | {
      readonly op: 'merged'
      readonly old: readonly number[]
      readonly new: readonly number[]
      readonly runs: readonly Run[]
    }

/** Whether the page owns up to a change: in a note that names it, in nothing but the date in its metadata, or not at all. */
export type Disclosure = 'noted' | 'metadata-only' | 'silent'

/** One classified change as its own words show it, with those that decided its kind. */
export interface FoundEdit {
  /** Position in `Comparison.hunks`. */
  readonly hunk: number
  /** Most telling first; never empty. */
  readonly kinds: readonly EditKind[]
  readonly folded: boolean
  readonly rule: FoldRule | null
  /** The changed words alone; empty for something added, or removed. */
  readonly before: string
  readonly after: string
  /** In words: `figure: 40 → 60 households`. */
  readonly reason: string
  /** Only spacing, punctuation or spelling of a word (see docs/technotes). Hidden by "Hide minor edits". */
  readonly minor: boolean
}

/** One classified change, judged against the whole of both revisions. */
export interface Edit extends FoundEdit {
  /** From 0, folded noise, to 100; see `importanceOf`. */
  readonly importance: number
  readonly disclosure: Disclosure
}

/** A fragment of the one-sentence summary; those that stand for edits name the first of them and all of them. */
export interface SummaryPart {
  readonly text: string
  readonly edits: readonly number[]
}

/** What a page shows in place of the article: the same in another language perhaps, a request for consent, another text. */
export const replacements = ['language', 'consent', 'text'] as const
export type Replacement = (typeof replacements)[number]

/** Everything there is to say about two revisions; immutable, made by `compare`. */
export interface Comparison {
  /** No difference at all, or folded noise alone. */
  readonly same: boolean
  readonly hunks: readonly Hunk[]
  readonly edits: readonly Edit[]
  readonly summary: readonly SummaryPart[]
  /** Words in edits that are not folded. */
  readonly wordsAdded: number
  readonly wordsRemoved: number
  /** The page shows another text altogether: marks between the two say nothing. Null where it is the same article. */
  readonly replaced: Replacement | null
  /** The work budget ran out and some blocks are shown as replaced whole. */
  readonly hitTimeout: boolean
}
