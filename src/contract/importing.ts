import * as z from 'zod/mini'

const path = z.string().check(z.minLength(1), z.maxLength(4096))
const paths = z.array(path).check(z.minLength(1), z.maxLength(10_000))
/** An IANA name, for times that name no zone; null: nobody said. */
const zone = z.nullable(z.string().check(z.maxLength(60)))

export const importingRequests = {
  /** Takes files and folders of any format into the library. */
  importFiles: z.strictObject({ paths, zone: z.optional(zone) }),
  /** What files hold and what an import would add; nothing is stored. */
  lookInto: z.strictObject({ paths, zone: z.optional(zone) }),
  /** Ends the import or the look that is under way; what was stored stays. */
  stopImport: z.strictObject({}),
  importText: z.strictObject({ text: z.string().check(z.maxLength(20_000_000)) }),
  /** Earlier imports, the newest first. */
  imports: z.strictObject({})
} as const

/** Why a file, or a record in it, was not taken. Nothing of it is stored. */
export const refusalCodes = [
  'missing',
  'unreadable',
  'folder',
  'empty',
  'too-large',
  'binary',
  'no-article',
  'not-a-history',
  'newer-format',
  /** Broken in a place that `detail` names. */
  'damaged',
  /** Ends before it should. */
  'truncated',
  /** Made to do harm: names that leave their folder, bombs, links, SQL that runs by itself. `detail` names which. */
  'unsafe',
  'encrypted',
  /** No format that is known. */
  'unknown-format',
  /** A database or JSON of a known program, without what that program writes: `detail` names the table or field. */
  'wrong-schema',
  /** Something that lies beside the file is needed: `detail` names it. */
  'needs-files',
  /** A record that holds no page: a picture, a style sheet, an answer that was an error. */
  'not-a-page',
  /** A time that nobody can read: `detail` has it. */
  'bad-time',
  /** Its own hashes do not fit what it holds: `detail` names the first place. */
  'tampered'
] as const
export type RefusalCode = (typeof refusalCodes)[number]

export interface Refusal {
  /** The name of the file, without its folder; empty for pasted text. */
  readonly file: string
  /** The record in it that was refused; absent where the whole file was. */
  readonly record?: string | undefined
  readonly code: RefusalCode
  readonly detail: string
  /** How many records it stands for; one where it is absent. */
  readonly count?: number | undefined
}

export interface ImportResult {
  /** The articles the files belong to, in order of the files; the first is the one to open. */
  readonly articles: readonly number[]
  readonly newArticles: number
  readonly newRevisions: number
  /** What was added, for what takes it back: articles that are new, and versions of those that were there. */
  readonly added: { readonly articles: readonly number[]; readonly revisions: readonly number[] }
  /** Versions that were already stored, and those that the reader deleted and that wait in Recently deleted. */
  readonly alreadyThere: number
  readonly deleted: number
  /** At most `mostRefusals` of them; `refusedCount` counts all. */
  readonly refused: readonly Refusal[]
  readonly refusedCount: number
  /** Feeds and addresses that lists named and that are followed from now on. */
  readonly newFeeds?: number | undefined
  readonly newAddresses?: number | undefined
  /** It was ended before all was read. */
  readonly isStopped?: boolean | undefined
}

/** So many refusals are told one by one. */
export const mostRefusals = 1000

/** What a file says about itself, as far as anybody can tell. */
export interface AboutFile {
  /** Who made it, in its own words: a name that anybody could have written there. */
  readonly madeBy: string | null
  /** The program that wrote it. */
  readonly software: string | null
  /** ISO 8601 UTC. */
  readonly madeAt: string | null
  readonly title: string | null
  /** Whether its own hashes fit everything it holds. */
  readonly verdict: 'intact' | 'tampered' | 'unchecked'
  /** What does not fit, in words; empty where all does. */
  readonly findings: readonly string[]
}

/** One file, looked into before anything is stored. */
export interface LookedFile {
  readonly name: string
  /** `warc/1`; null where it could not be told. */
  readonly format: string | null
  /** Articles and states that it holds. */
  readonly articles: number
  readonly versions: number
  /** The first and last time it saw something, ISO 8601 UTC; null where it saw nothing. */
  readonly from: string | null
  readonly to: string | null
  /** It has times that name no zone, and nobody said which holds. */
  readonly isZoneGuessed: boolean
  readonly about: AboutFile | null
}

export interface Looked {
  readonly files: readonly LookedFile[]
  /** What an import would do. */
  readonly newArticles: number
  readonly newRevisions: number
  readonly alreadyThere: number
  readonly deleted: number
  /** Feeds and addresses that would be followed. */
  readonly feeds: number
  readonly addresses: number
  readonly refused: readonly Refusal[]
  readonly refusedCount: number
  readonly isStopped: boolean
}

/** How far an import or a look has come. */
export interface ImportProgress {
  readonly doing: 'looking' | 'adding'
  /** The file that is read now, and which of how many it is, from 1. */
  readonly name: string
  readonly file: number
  readonly files: number
  readonly articles: number
  readonly versions: number
}

/** An import that added something. */
export interface PastImport {
  readonly at: string
  readonly name: string
  readonly format: string
  /** SHA-256 of the file in hexadecimal digits; null for a folder. */
  readonly hash: string | null
  readonly zone: string | null
  readonly articles: number
  readonly versions: number
  readonly alreadyThere: number
  readonly refused: number
}

export interface ImportingAnswers {
  readonly importFiles: ImportResult
  readonly lookInto: Looked
  readonly stopImport: null
  readonly importText: ImportResult
  readonly imports: readonly PastImport[]
}

export interface ImportingEvents {
  /** Null when nothing is being read any more. */
  readonly importing: ImportProgress | null
}
