import * as z from 'zod/mini'
import { outcomes } from '../domain/capture.ts'

const id = z.int().check(z.positive())

/** What two versions can be written as, in the order in which they are offered. */
export const exportFormats = ['html', 'pdf', 'markdown', 'json', 'text', 'patch', 'card'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** How the name of such a file ends. */
export const extensions: Readonly<Record<ExportFormat, string>> = {
  html: 'html',
  pdf: 'pdf',
  markdown: 'md',
  json: 'json',
  text: 'txt',
  patch: 'patch',
  card: 'png'
}

/** What chosen articles, with all their versions, can be written as. */
export const articleFormats = ['package', 'wacz', 'warc', 'history', 'csv', 'ndjson', 'atom', 'opml'] as const
export type ArticleFormat = (typeof articleFormats)[number]

/** How the name of such a file ends. */
export const articleExtensions: Readonly<Record<ArticleFormat, string>> = {
  package: 'palimpsest',
  wacz: 'wacz',
  warc: 'warc.gz',
  history: 'json',
  csv: 'csv',
  ndjson: 'ndjson',
  atom: 'atom',
  opml: 'opml'
}

/** What a written comparison says in words of its own. */
const ownWords = [
  'title',
  'source',
  'address',
  'made',
  'versions',
  'version',
  'seen',
  'firstSeen',
  'between',
  'words',
  'response',
  'noResponse',
  'text',
  'record',
  'changes',
  'noChanges',
  'silent',
  'noted',
  'fullText',
  'legend',
  'added',
  'removed',
  'movedHere',
  'movedAway',
  'folded',
  'nothing',
  'notes',
  'onArticle',
  'timeline',
  'timelineHelp',
  'timelineOf',
  'observations',
  'observationsHelp',
  'time',
  'what',
  'times',
  'more',
  'wholeVersions',
  'wholeVersion',
  'image',
  'check',
  'checkHelp',
  'checkChain',
  'checkRun',
  'checker',
  'evidence',
  'imported',
  'card'
] as const
/** How an observation ended, in words: `outcome-gone`. */
const outcomeNames = outcomes.map((outcome) => `outcome-${outcome}` as const)

/** What a written comparison says in the reader's language; `{a}` and `{b}` stand for what is filled in. */
export const exportWords = [...ownWords, ...outcomeNames] as const
export type ExportWord = (typeof exportWords)[number]
const words = z.record(z.enum(exportWords), z.string().check(z.maxLength(400)))

export const exportingRequests = {
  /** Writes what changed between two versions of an article to a file. */
  exportPair: z.strictObject({
    older: id,
    newer: id,
    format: z.enum(exportFormats),
    /** Where to; chosen by the reader in a dialog of the system. */
    path: z.string().check(z.minLength(1), z.maxLength(4096)),
    notes: z.boolean(),
    words,
    /** The language and the time zone of what is written. */
    locale: z.string().check(z.maxLength(40)),
    timeZone: z.string().check(z.maxLength(60))
  }),
  /** Writes articles with all their versions to one file. */
  exportArticles: z.strictObject({
    /** All of the library where it is null. */
    articles: z.nullable(z.array(id).check(z.minLength(1), z.maxLength(1_000_000))),
    format: z.enum(articleFormats),
    path: z.string().check(z.minLength(1), z.maxLength(4096)),
    notes: z.boolean(),
    /** Who says that they made it: a name for the file, or null. */
    madeBy: z.nullable(z.string().check(z.maxLength(200)))
  }),
  /** Ends the export that is under way; nothing of it is left. */
  stopExport: z.strictObject({}),
  /** Writes lines of text to a file, as the log of an import. */
  saveText: z.strictObject({
    path: z.string().check(z.minLength(1), z.maxLength(4096)),
    text: z.string().check(z.maxLength(20_000_000))
  })
} as const

/** How far an export of articles has come. */
export interface ExportProgress {
  readonly done: number
  readonly total: number
}

export interface ExportingEvents {
  /** Null when nothing is being written any more. */
  readonly exporting: ExportProgress | null
}

/** Written, or why not. */
export type Written =
  /** `alt`: a picture in words, where one was written. */
  | { readonly state: 'written'; readonly alt?: string }
  | { readonly state: 'stopped' }
  | { readonly state: 'failed'; readonly reason: WriteFailure }

/** The disk is full, the place may not be written, there is no such folder, anything else. */
export type WriteFailure = 'full' | 'denied' | 'missing' | 'other'

export interface ExportingAnswers {
  readonly exportPair: Written
  readonly exportArticles: Written
  readonly stopExport: null
  readonly saveText: Written
}
