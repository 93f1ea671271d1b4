import type { Claim } from '../../domain/revision.ts'
import type { Document } from './tree.ts'

/** What a page says about itself in its head, JSON-LD, microdata and OpenGraph, reconciled. */
export interface Metadata {
  readonly headline: string | null
  readonly standfirst: string | null
  readonly byline: string | null
  readonly published: string | null
  readonly updated: string | null
  readonly claims: readonly Claim[]
  readonly section: string | null
  readonly site: string | null
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl'
  readonly canonicalUrl: string | null
  readonly ampUrl: string | null
  readonly articleBody: string | null
  /** What JSON-LD and OpenGraph call the page: `NewsArticle`, `article`, `WebSite` ... */
  readonly types: readonly string[]
  /** `isAccessibleForFree` and the like; null where the page does not say. */
  readonly free: boolean | null
}

/** Reads metadata. `at` is the time of the capture (ISO 8601), against which relative times are resolved. */
export function readMetadata(_document: Document, _page: { readonly url: string; readonly at: string }): Metadata {
  return {
    headline: null,
    standfirst: null,
    byline: null,
    published: null,
    updated: null,
    claims: [],
    section: null,
    site: null,
    lang: null,
    dir: 'ltr',
    canonicalUrl: null,
    ampUrl: null,
    articleBody: null,
    types: [],
    free: null
  }
}
