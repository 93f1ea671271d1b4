import * as z from 'zod/mini'
import type { Presence } from '../domain/search/presence.ts'
import type { SnippetPart } from '../domain/search/snippet.ts'
import type { ArticleRow } from './lists.ts'

/** Where a text must stand to be found, as the words before a term in the query say it too. */
export const searchScopes = ['anywhere', 'removed', 'current', 'headline', 'added'] as const
export type SearchScope = (typeof searchScopes)[number]

/** What comes first: what matches best, or what changed last. */
export const searchSorts = ['best', 'changed'] as const
export type SearchSort = (typeof searchSorts)[number]

/** How far back from now a text must have stood to be found. */
export const sinces = ['any', 'week', 'month', 'year'] as const
export type Since = (typeof sinces)[number]

const id = z.int().check(z.positive())
const count = z.int().check(z.nonnegative())
const time = z.iso.datetime()

/** Where an answer ended, to be given back for what follows: among the best, the last changed, or ever older articles. */
const searchCursor = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('best'), skip: count }),
  z.strictObject({ by: z.literal('recent'), at: z.string().check(z.maxLength(40)), article: id }),
  z.strictObject({ by: z.literal('older'), below: count, from: count, skip: count })
])
export type SearchCursor = z.infer<typeof searchCursor>

const mostHits = 100

export const searchRequest = z.strictObject({
  text: z.string().check(z.maxLength(1000)),
  /** For terms that name none of their own; anywhere where it is not given. */
  scope: z.optional(z.enum(searchScopes)),
  /** What matches best first, where it is not given. */
  sort: z.optional(z.enum(searchSorts)),
  source: z.optional(id),
  folder: z.optional(z.string().check(z.maxLength(4096))),
  /** The text stood at some time from the one to the other. */
  from: z.optional(time),
  to: z.optional(time),
  limit: z.int().check(z.minimum(1), z.maximum(mostHits)),
  after: z.optional(z.nullable(searchCursor))
})
export type SearchRequest = z.infer<typeof searchRequest>

/** A version by its revision's id, with its name and when it was first seen. */
export interface NamedVersion {
  readonly revision: number
  readonly label: string
  readonly at: string
}

/** An article that has what was searched for, and the place in it that shows it best. */
export interface SearchHit {
  readonly article: ArticleRow
  readonly snippet: readonly SnippetPart[]
  /** Whether the snippet is of a headline. */
  readonly headline: boolean
  /** The last version that has the text, and where in it the snippet's block stands, counted from 0. */
  readonly shown: NamedVersion
  readonly block: number
  /** The version after it, which is without the text; null where the newest has it. */
  readonly gone: NamedVersion | null
  /** Two neighbouring versions between which the text came or went; null where neither was seen. */
  readonly pair: { readonly older: number; readonly newer: number } | null
  /** A digit a version, the oldest first: 1 where the text stands. */
  readonly versions: string
  /** The same by the versions' names. */
  readonly presence: Presence
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[]
  /** What to give as `after` for what follows, even where this answer has no hit; null where nothing follows. */
  readonly next: SearchCursor | null
  /** How many articles there are to be found in all, counted or estimated. */
  readonly total: number
  readonly exact: boolean
  /** Versions that were searched, articles that are not in the index yet, and found ones whose text is damaged. */
  readonly searched: number
  readonly waiting: number
  readonly damaged: number
}
