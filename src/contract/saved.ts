import * as z from 'zod/mini'
import { searchScopes, searchSorts, sinces } from './search.ts'

const id = z.int().check(z.positive())
const name = z.string().check(z.minLength(1), z.maxLength(200))

/** What a search asks for, without where it goes on; how far back is told from the day on which it is run. */
const savedQuery = z.strictObject({
  text: z.string().check(z.minLength(1), z.maxLength(1000)),
  scope: z.enum(searchScopes),
  source: z.nullable(id),
  since: z.enum(sinces),
  sort: z.enum(searchSorts)
})
export type SavedQuery = z.infer<typeof savedQuery>

/** More articles than this are not counted one by one. */
export const mostFresh = 100

export const savedRequests = {
  /** The searches that the reader keeps, the first saved first. */
  savedSearches: z.strictObject({}),
  /** Keeps a search; one that was just deleted comes back as it was. */
  saveSearch: z.strictObject({
    name,
    query: savedQuery,
    notify: z.boolean(),
    was: z.optional(
      z.strictObject({
        createdAt: z.iso.datetime(),
        seen: z.int().check(z.nonnegative()),
        fresh: z.array(id).check(z.maxLength(mostFresh))
      })
    )
  }),
  /** Another name, whether a notice is wanted; `looked`: the reader has seen what it finds now. */
  changeSavedSearch: z.strictObject({
    search: id,
    name: z.optional(name),
    notify: z.optional(z.boolean()),
    looked: z.optional(z.literal(true))
  }),
  deleteSavedSearch: z.strictObject({ search: id }),
  /** Articles by their headline, now or once, and their source; forgiving of how it is typed. */
  findArticles: z.strictObject({
    text: z.string().check(z.maxLength(200)),
    limit: z.int().check(z.minimum(1), z.maximum(50))
  })
} as const

export interface SavedSearch {
  readonly id: number
  readonly name: string
  readonly query: SavedQuery
  readonly notify: boolean
  readonly createdAt: string
  /** Up to which revision it was looked through. */
  readonly seen: number
  /** Articles that came to match since the reader last looked; `mostFresh` at most. */
  readonly fresh: readonly number[]
}

/** An article that its headline or source names. */
export interface NamedArticle {
  readonly article: number
  readonly headline: string
  /** The headline that was meant, where it is not the one that stands now. */
  readonly once: string | null
  readonly source: string
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl'
  readonly changedAt: string
  readonly unseen: number
}

export interface SavedAnswers {
  readonly savedSearches: readonly SavedSearch[]
  readonly saveSearch: SavedSearch
  readonly changeSavedSearch: null
  /** What was deleted, to be saved again. */
  readonly deleteSavedSearch: SavedSearch
  readonly findArticles: readonly NamedArticle[]
}
