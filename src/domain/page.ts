import type { Content } from './revision.ts'

/** What a complete and successful response turned out to be. Only an `article` can become a revision. */
export const pageKinds = ['article', 'paywall', 'consent', 'blocked', 'soft-404', 'not-an-article'] as const
export type PageKind = (typeof pageKinds)[number]

/** Something of the page that was left out of the text: which step took it, where it stood and why. */
export interface Removal {
  /** The step, as a name that stays the same between versions of the extractor: `share-bar`, `related`, `ticker`. */
  readonly step: string
  /** Where it stood, as a path that a person can follow: `html > body > div#page > aside.related:nth-child(3)`. */
  readonly node: string
  /** In words. */
  readonly why: string
  /** Its text, cut to 200 characters. */
  readonly text: string
}

/** What a page says, read from its markup. */
export interface Page {
  readonly kind: PageKind
  /** Why it was taken for that kind, in words for the activity log. */
  readonly reason: string
  readonly headline: string | null
  readonly standfirst: string | null
  readonly byline: string | null
  /** What the page claims, ISO 8601, as `Claim.at` has it; null where it claims nothing that can be read. */
  readonly published: string | null
  readonly updated: string | null
  readonly section: string | null
  /** The name the site gives itself. */
  readonly site: string | null
  /** BCP 47, as the page declares it, or as its text shows where that contradicts it; null where nothing tells. */
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl'
  /** Absolute, http or https, same site; null where the page names none that can be believed. */
  readonly canonicalUrl: string | null
  /** The page in another form: what an AMP page is the twin of, or the AMP twin of this one. */
  readonly ampUrl: string | null
  /** The further pages of an article in parts, absolute and in order; this page not among them. */
  readonly nextPages: readonly string[]
  /** Everything a reader compares, blocks in reading order: headline, standfirst, byline, dateline, then the body. */
  readonly content: Content
  /** The number of words of the body. */
  readonly words: number
  /** Whether the page holds next to no text itself and has scripts that would write it. */
  readonly needsBrowser: boolean
  readonly removals: readonly Removal[]
}
