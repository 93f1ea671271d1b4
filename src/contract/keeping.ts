import * as z from 'zod/mini'
import { keepReasons } from '../domain/keep.ts'
import type { Protection } from '../domain/retention.ts'

const id = z.int().check(z.positive())
const ids = z.array(id).check(z.minLength(1), z.maxLength(10_000))

/** What may be deleted, of one source or (null) of all. */
const retentionRule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('minor'),
    months: z.int().check(z.minimum(1), z.maximum(1200)),
    source: z.nullable(id)
  }),
  z.strictObject({
    kind: z.literal('most'),
    versions: z.int().check(z.minimum(2), z.maximum(100_000)),
    source: z.nullable(id)
  })
])
export type SourcedRule = z.infer<typeof retentionRule>

/** Deleting, keeping and the size of things. */
export const keepingRequests = {
  deleteArticles: z.strictObject({ articles: ids }),
  /** An article of which no version is left is deleted with them. */
  deleteRevisions: z.strictObject({ revisions: ids }),
  /** Takes back what one act deleted, or what it deleted of one article. */
  restore: z.strictObject({ deletion: id, article: z.optional(id) }),
  restoreRevision: z.strictObject({ revision: id }),
  restoreArticle: z.strictObject({ article: id }),
  recentlyDeleted: z.strictObject({}),
  /** Deletes for good what waits there. */
  emptyDeleted: z.strictObject({}),
  keep: z.strictObject({ revision: id, reason: z.enum(keepReasons), kept: z.boolean() }),
  previewRetention: z.strictObject({ rule: retentionRule }),
  /** Does what a preview said, if that still holds. */
  applyRetention: z.strictObject({ rule: retentionRule, digest: z.string().check(z.maxLength(64)) }),
  storage: z.strictObject({}),
  articleSizes: z.strictObject({ source: id }),
  compact: z.strictObject({})
} as const

/** What was put into Recently deleted. */
export interface Deleted {
  /** What undoes it. */
  readonly deletion: number
  /** Whole articles, and versions of others. */
  readonly articles: number
  readonly versions: number
}

export interface Restored {
  readonly articles: readonly number[]
  readonly versions: number
}

/** An article, or versions of one article that were deleted together. */
export interface DeletedEntry {
  readonly deletion: number
  /** When it was deleted, and when it will be deleted for good: ISO 8601 UTC. */
  readonly at: string
  readonly until: string
  readonly reason: 'reader' | 'rule'
  readonly article: number
  readonly source: string
  readonly headline: string
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl'
  readonly whole: boolean
  readonly versions: number
  /** Of single versions the labels of the first and the last. */
  readonly first: string
  readonly last: string
}

export interface RecentlyDeleted {
  /** The last deleted first, 500 at most. */
  readonly entries: readonly DeletedEntry[]
  readonly articles: number
  readonly versions: number
}

/** A version that a rule would delete. */
export interface RuledRevision {
  readonly revision: number
  readonly article: number
  readonly label: string
  readonly at: string
  readonly headline: string
  readonly source: string
}

/** What a rule would delete, and what it would not. */
export interface RetentionPreview {
  /** Names exactly these versions. */
  readonly digest: string
  readonly articles: number
  readonly versions: number
  /** About so many bytes become free once they are deleted for good. */
  readonly bytes: number
  /** Most versions first. */
  readonly sources: readonly { readonly id: number; readonly name: string; readonly versions: number }[]
  /** The first 20 of them. */
  readonly first: readonly RuledRevision[]
  readonly protects: Readonly<Record<Protection, number>>
}

export type RetentionResult =
  | { readonly state: 'applied'; readonly deleted: Deleted | null }
  /** Something changed since the preview; nothing was deleted. */
  | { readonly state: 'changed'; readonly preview: RetentionPreview }

export interface SourceSize {
  readonly id: number
  readonly name: string
  readonly articles: number
  readonly bytes: number
}

export interface ArticleSize {
  readonly id: number
  readonly headline: string
  readonly versions: number
  readonly bytes: number
}

/** What takes up room. */
export interface Storage {
  readonly path: string
  /** The file and its log. */
  readonly bytes: number
  /** The log alone, which compacting empties. */
  readonly log: number
  /** Room inside the file that nothing takes up. */
  readonly free: number
  /** What the search index takes up. */
  readonly search: number
  /** The texts and raw pages of each source, the largest first. */
  readonly sources: readonly SourceSize[]
  readonly deleted: { readonly articles: number; readonly versions: number; readonly bytes: number }
}

export interface KeepingAnswers {
  /** Null where there was nothing to delete. */
  readonly deleteArticles: Deleted | null
  readonly deleteRevisions: Deleted | null
  readonly restore: Restored
  readonly restoreRevision: Restored
  readonly restoreArticle: Restored
  readonly recentlyDeleted: RecentlyDeleted
  readonly emptyDeleted: { readonly articles: number; readonly versions: number }
  readonly keep: null
  readonly previewRetention: RetentionPreview
  readonly applyRetention: RetentionResult
  readonly storage: Storage
  readonly articleSizes: readonly ArticleSize[]
  /** The size of the file before and after. */
  readonly compact: { readonly before: number; readonly after: number }
}
