import * as z from 'zod/mini'
import type { Readers } from '../domain/readers.ts'
import type { Content } from '../domain/revision.ts'
import type { Passage } from '../domain/blame/passages.ts'
import type { Cut, Gone, Replaced } from '../domain/blame/traces.ts'
import type { Comparison } from '../domain/diff/comparison.ts'
import type { Timemap } from '../domain/timemap.ts'
import {
  filterKinds,
  listSorts,
  mostRows,
  smartLists,
  type ArticlePage,
  type ArticleRow,
  type Counts,
  type OpenedList,
  type ReadMark
} from './lists.ts'
import { savedRequests, type SavedAnswers } from './saved.ts'
import { searchRequest, type SearchAnswer } from './search.ts'
import { twinsRequest, type TwinEdit } from './twins.ts'
import { capturedRequests, type CapturedAnswers } from './captured.ts'
import { notesRequests, type NotesAnswers } from './notes.ts'
import { exportingRequests, type ExportingAnswers, type ExportingEvents } from './exporting.ts'
import { linkRequests, type LinkAnswers } from './link.ts'
import { importingRequests, type ImportingAnswers, type ImportingEvents, type ImportResult } from './importing.ts'
import { filingRequests, type FilingAnswers } from './filing.ts'
import { noiseRequests, type NoiseAnswers, type ReaderFold } from './noise.ts'
import { keepingRequests, type KeepingAnswers } from './keeping.ts'
import { trackingRequests, type TrackingAnswers, type TrackingEvents } from './tracking.ts'
import { verifyingRequests, type VerifyingAnswers, type VerifyingEvents } from './verifying.ts'

const id = z.int().check(z.positive())
const limit = z.int().check(z.minimum(1), z.maximum(mostRows))
const list = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('smart'), name: z.enum(smartLists) }),
  z.strictObject({ kind: z.literal('folder'), folder: z.string().check(z.maxLength(4096)) }),
  z.strictObject({ kind: z.literal('source'), source: id })
])
const choice = z.strictObject({
  filter: z.strictObject({
    hideMinor: z.boolean(),
    silent: z.boolean(),
    kind: z.nullable(z.enum(filterKinds)),
    source: z.nullable(id)
  }),
  sort: z.enum(listSorts)
})
const until = z.nullable(z.string().check(z.maxLength(40)))
const cursor = z.strictObject({ at: z.string().check(z.maxLength(40)), article: id })

/** What a window may ask the library. The arguments come from a less trusted process and are checked at the door. */
export const requests = {
  /** A page of a list, the last changed first. */
  listArticles: z.strictObject({ list, after: z.optional(z.nullable(cursor)), limit }),
  /** The order of a whole list, with its first rows; as the list is by its rule where nothing was chosen. */
  openList: z.strictObject({ list, limit, choice: z.optional(choice) }),
  /** Rows in the order asked for; those that are gone are left out. */
  articles: z.strictObject({ articles: z.array(id).check(z.maxLength(mostRows)) }),
  article: z.strictObject({ article: id }),
  counts: z.strictObject({}),
  timemap: z.strictObject({ article: id }),
  content: z.strictObject({ revision: id }),
  compare: z.strictObject({ older: id, newer: id }),
  blame: z.strictObject({ revision: id }),
  /** Other articles in which the same edit was made. */
  twins: twinsRequest,
  /** Articles by what any of their versions says. */
  search: searchRequest,
  openSampleLibrary: z.strictObject({}),
  /** A revision was read, and all before it; reading an older one takes nothing back. */
  markRead: z.strictObject({ revision: id }),
  /**
   * Up to where an article is read: all of it, all but its newest change, or to the moment that an earlier answer named
   * (null: nothing). Answers with where it was.
   */
  setRead: z.strictObject({ article: id, to: z.union([z.enum(['all', 'newest']), z.strictObject({ until })]) }),
  star: z.strictObject({ article: id, starred: z.boolean() }),
  ...savedRequests,
  ...importingRequests,
  ...verifyingRequests,
  ...filingRequests,
  ...noiseRequests,
  ...exportingRequests,
  ...keepingRequests,
  ...trackingRequests,
  ...notesRequests,
  ...capturedRequests,
  ...linkRequests
} as const

/** Two revisions and everything there is to say about them. */
export interface ComparisonAnswer {
  readonly older: Content
  readonly newer: Content
  readonly comparison: Comparison
  /** Which of its edits a rule of the reader's folds. */
  readonly folds: readonly ReaderFold[]
  /** Who read the two texts, where that was not one and the same. */
  readonly readers: Readers | null
}

/** Where the words of a revision come from and what became of them. */
export interface BlameAnswer {
  /** For each block of the revision its passages; see `Passage`. */
  readonly blocks: readonly (readonly Passage[])[]
  /** Stretches of revisions, by id and both included, that hold the words; more than one: they left and came back. */
  readonly lives: readonly (readonly (readonly [from: number, to: number])[])[]
  /** Words that stood where a passage stands now. */
  readonly replaced: readonly WithIds<Replaced>[]
  /** Words that left without others taking their place, and where. */
  readonly cuts: readonly WithIds<Cut>[]
  /** Whole blocks that left, and behind which block they stood. */
  readonly gone: readonly WithIds<Gone>[]
  readonly hitTimeout: boolean
}

/** What stood in some revisions: the first and the last of them by id. */
type WithIds<T> = Omit<T, 'from' | 'to'> & { readonly held: readonly [from: number, to: number] }

/** What each request is answered with. */
export interface Answers
  extends
    SavedAnswers,
    ImportingAnswers,
    VerifyingAnswers,
    FilingAnswers,
    NoiseAnswers,
    ExportingAnswers,
    KeepingAnswers,
    TrackingAnswers,
    NotesAnswers,
    CapturedAnswers,
    LinkAnswers {
  readonly listArticles: ArticlePage
  readonly openList: OpenedList
  readonly articles: readonly ArticleRow[]
  readonly article: ArticleRow
  readonly counts: Counts
  readonly timemap: Timemap
  readonly content: Content
  readonly compare: ComparisonAnswer
  readonly blame: BlameAnswer
  readonly twins: readonly TwinEdit[]
  readonly search: SearchAnswer
  readonly openSampleLibrary: ImportResult
  readonly markRead: null
  readonly setRead: ReadMark
  readonly star: null
}

/** What the library tells every window without being asked. */
export interface Events extends VerifyingEvents, TrackingEvents, ImportingEvents, ExportingEvents {
  readonly changed: { readonly articles: readonly number[] }
}
