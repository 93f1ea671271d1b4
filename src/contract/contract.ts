import * as z from 'zod/mini'
import type { Content } from '../domain/revision.ts'
import type { Comparison } from '../domain/diff/comparison.ts'
import type { Article, Change, Timemap } from '../domain/timemap.ts'
import type { Outcome } from '../domain/capture.ts'

const id = z.int().check(z.positive())
const path = z.string().check(z.minLength(1), z.maxLength(4096))

/** What a window may ask the library. The arguments come from a less trusted process and are checked at the door. */
export const requests = {
  listArticles: z.strictObject({}),
  timemap: z.strictObject({ article: id }),
  content: z.strictObject({ revision: id }),
  compare: z.strictObject({ older: id, newer: id }),
  importFiles: z.strictObject({ paths: z.array(path).check(z.minLength(1), z.maxLength(10_000)) }),
  importText: z.strictObject({ text: z.string().check(z.maxLength(20_000_000)) }),
  openSampleLibrary: z.strictObject({}),
  markRead: z.strictObject({ revision: id })
} as const

/** One row of the article list. */
export interface ArticleRow extends Article {
  readonly folder: string | null
  /** First and last observation, ISO 8601 UTC: the ends of the sparkline. */
  readonly firstAt: string
  readonly lastAt: string
  /** When the newest revision was first seen. */
  readonly changedAt: string
  /** Every revision after the first, oldest first. */
  readonly changes: readonly (Change & { readonly at: string })[]
  readonly revisions: number
  /** How the newest observation ended. */
  readonly outcome: Outcome
  readonly status: number | null
  /** Revisions newer than the last one read. */
  readonly unseen: number
  /** The headline differs between any two revisions. */
  readonly headlineChanged: boolean
}

/** Why a file was not taken. Nothing of it is stored. */
export const refusalCodes = [
  'missing',
  'unreadable',
  'folder',
  'empty',
  'too-large',
  'binary',
  'no-article',
  'not-a-history',
  'newer-format'
] as const
export type RefusalCode = (typeof refusalCodes)[number]

export interface Refusal {
  /** The name of the file, without its folder; empty for pasted text. */
  readonly file: string
  readonly code: RefusalCode
  readonly detail: string
}

export interface ImportResult {
  /** The articles the files belong to, in order of the files; the first is the one to open. */
  readonly articles: readonly number[]
  readonly newArticles: number
  readonly newRevisions: number
  /** States that were already stored. */
  readonly alreadyThere: number
  readonly refused: readonly Refusal[]
}

/** Two revisions and everything there is to say about them. */
export interface ComparisonAnswer {
  readonly older: Content
  readonly newer: Content
  readonly comparison: Comparison
}

/** What each request is answered with. */
export interface Answers {
  readonly listArticles: readonly ArticleRow[]
  readonly timemap: Timemap
  readonly content: Content
  readonly compare: ComparisonAnswer
  readonly importFiles: ImportResult
  readonly importText: ImportResult
  readonly openSampleLibrary: ImportResult
  readonly markRead: null
}

/** What the library tells every window without being asked. */
export interface Events {
  readonly changed: { readonly articles: readonly number[] }
}
