/** Why something is not what it was when it was stored, or cannot be shown to be. */
export const damageReasons = [
  'unreadable',
  'schema',
  'article',
  'article-missing',
  'articles-missing',
  'source',
  'record',
  'record-missing',
  'records-missing',
  'head',
  'counts',
  'revision-missing',
  'revision-unrecorded',
  'deletion',
  'text',
  'capture',
  'capture-missing',
  'capture-added',
  'body',
  'body-missing'
] as const
export type DamageReason = (typeof damageReasons)[number]

/** The first thing of an article that is not what it was. */
export interface Finding {
  /** Null where no article can be named. */
  readonly article: { readonly id: number; readonly uid: string | null; readonly headline: string } | null
  /** Its place in the article's chain of records, from 1; null where it has none. */
  readonly seq: number | null
  /** `2` for v2; null where it is no version. */
  readonly version: string | null
  readonly reason: DamageReason
  /** A number, name or SQLite's own words; never a sentence for the reader. */
  readonly detail: string
}

/** What can be made anew from the evidence and is not in step with it: no loss, but it would mislead. */
export const derivedKinds = ['change', 'listing', 'tally', 'index', 'schema', 'unused-text'] as const
export type DerivedKind = (typeof derivedKinds)[number]

export interface DerivedFinding {
  readonly article: number | null
  readonly kind: DerivedKind
  readonly detail: string
}

/** `all`: every record and all that belongs to it. `newest`: the end of each chain. Or one article, whole. */
export type VerifyScope = 'all' | 'newest' | { readonly article: number }

/** What a walk through a library found. */
export interface Verification {
  readonly scope: VerifyScope
  /** When it began and ended: ISO 8601 UTC. */
  readonly startedAt: string
  readonly endedAt: string
  /** How many articles and records were looked at. */
  readonly articles: number
  readonly records: number
  /** The first of each article, at most `mostFindings`. */
  readonly findings: readonly Finding[]
  /** How many there are, listed or not. */
  readonly found: number
  /** At most `mostFindings`. */
  readonly derived: readonly DerivedFinding[]
  /** Versions that the chains say were lost to damage when the library was repaired: known, and nothing to be found. */
  readonly lost: number
}

/** More than this are counted, not listed: a file that is broken from end to end has one for every article. */
export const mostFindings = 200
