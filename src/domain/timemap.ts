import type { Capture } from './capture.ts'
import type { HeadlineGroup } from './headlines.ts'
import type { KeepReason } from './keep.ts'

/** How large one revision's difference from the one before is, for the timeline and the list. */
export interface Change {
  readonly wordsAdded: number
  readonly wordsRemoved: number
  /** Only spacing, punctuation, spelling of a word, or folded noise. */
  readonly minor: boolean
  readonly headlineChanged: boolean
  /** More than minor, and no visible note of the page changed with it. */
  readonly silent: boolean
  /** What the change is called in one short phrase's parts, most telling first (see summary.ts). */
  readonly summary: string
}

/** A revision without its text. */
export interface RevisionInfo {
  readonly id: number
  /** `1` for v1, `1a` for one that was stored late, between v1 and v2; never changes, whatever is imported later. */
  readonly label: string
  /** First seen like this: ISO 8601 UTC. */
  readonly at: string
  /** Last seen as before: ISO 8601 UTC, or null for the first revision. The change happened between the two. */
  readonly lastSeenBefore: string | null
  readonly words: number
  readonly headline: string
  /** The label of the earlier revision whose text this one repeats exactly, or null. */
  readonly returnsTo: string | null
  /** The label of the earlier revision whose headline this one takes up again after another one, or null. */
  readonly headlineReturnsTo: string | null
  /** Against the revision before; null for the first. */
  readonly change: Change | null
  /** The page's own update note or correction note differs from the revision before. */
  readonly noted: boolean
  /** It came from a file somebody brought, not from our own check. */
  readonly imported: boolean
  /** Why no rule deletes it. */
  readonly kept: readonly KeepReason[]
  /** SHA-256 of the bytes it was read from, in hex; null where none were stored. */
  readonly bodyHash: string | null
  /** SHA-256 of its text, block by block, in hex. */
  readonly textHash: string
}

/** Where a version stood that was deleted, or lost to damage. */
export interface Gap {
  readonly label: string
  /** When it was first seen, and when it was deleted or found to be lost: ISO 8601 UTC. */
  readonly at: string
  readonly deletedAt: string
  /** The revision that waits in Recently deleted; null once it was deleted for good. */
  readonly revision: number | null
  /** Nobody deleted it: it could not be read when a damaged library was repaired. */
  readonly lost: boolean
}

/** Looks at the page were due and none was made, from the last one before to the next: ISO 8601 UTC. */
export interface Unobserved {
  readonly from: string
  /** Null where nobody has looked since. */
  readonly to: string | null
}

export interface Article {
  readonly id: number
  readonly source: string
  readonly url: string | null
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl'
  readonly headline: string
}

/** All revisions, gaps and captures of an article, each in order of time (after the TimeMap of RFC 7089). */
export interface Timemap {
  readonly article: Article
  readonly revisions: readonly RevisionInfo[]
  readonly gaps: readonly Gap[]
  readonly captures: readonly Capture[]
  /** Stretches in which nobody looked though it was time to; only of what is followed. */
  readonly unobserved: readonly Unobserved[]
  /** Headlines that took turns within a short time; positions are those of revisions. */
  readonly headlines: readonly HeadlineGroup[]
}
