import * as z from 'zod/mini'
import type { Claim } from '../domain/revision.ts'
import type { DamageReason } from '../domain/verification.ts'

const id = z.int().check(z.positive())

/** What can be kept of a page. */
export const storedThings = ['page', 'picture'] as const
export type StoredThing = (typeof storedThings)[number]

/** Everything that is known about how a version came here, and the page it was read from. */
export const capturedRequests = {
  captured: z.strictObject({ revision: id }),
  /** The bytes that an article's texts and stored pages take up in the file. */
  articleBytes: z.strictObject({ article: id }),
  /** Whether one version is what was stored: its record, its text, and the bytes of its page where they were kept. */
  verifyVersion: z.strictObject({ revision: id }),
  /** A stored page, or the picture that a browser took of it, to be shown where nothing of it can run. */
  storedPage: z.strictObject({ revision: id, what: z.enum(storedThings) }),
  /** Rows of a stored page as text, for reading; see `PageSource`. */
  pageSource: z.strictObject({
    revision: id,
    from: z.int().check(z.minimum(0)),
    rows: z.int().check(z.minimum(1), z.maximum(1000))
  })
} as const

/** The file that an observation was brought in with, and what it is called there. */
export interface ImportedFrom {
  /** Without its folder. */
  readonly name: string
  readonly format: string
  /** SHA-256 in hexadecimal digits; null for a folder. */
  readonly hash: string | null
  /** The time zone that was said to hold for times without one. */
  readonly zone: string | null
  /** Its key there, and its time as it is written there. */
  readonly originalId: string | null
  readonly originalTime: string | null
}

export interface Captured {
  readonly capture: number
  /** First seen like this: ISO 8601 UTC. */
  readonly at: string
  readonly status: number | null
  /** The file it was imported from; null for our own check. */
  readonly origin: string | null
  /** The address that was asked, and the one that answered. */
  readonly url: string | null
  readonly finalUrl: string | null
  /** Selected response headers, in the order in which they were stored. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** SHA-256 of the bytes as received, in hexadecimal digits; null where nobody had them. */
  readonly bodyHash: string | null
  /** How many bytes; null where they were not kept. */
  readonly bodySize: number | null
  /** A picture of the page as a browser showed it then. */
  readonly hasPicture: boolean
  /** SHA-256 of the text, block by block. */
  readonly textHash: string
  /** Its place in the article's chain of records, and that record's hash. */
  readonly seq: number
  readonly recordHash: string | null
  readonly claims: readonly Claim[]
  /** What read the text, and in which program. */
  readonly extractor: string
  readonly software: string
  /** Null for our own check, and for what was brought in before this was written down. */
  readonly imported: ImportedFrom | null
}

export interface VersionVerified {
  /** Null where everything is what it was. */
  readonly finding: { readonly reason: DamageReason; readonly detail: string } | null
  /** Whether the bytes of the page were kept, and so looked at. */
  readonly hasBody: boolean
}

/** One row of a source: a line, or a part of a long one. */
export interface SourceRow {
  /** The number of the line, from 1; null for the parts of a line after its first. */
  readonly line: number | null
  readonly text: string
}

/** A stored page as text, by rows of no more than a few hundred characters, so that any of them can be drawn. */
export interface PageSource {
  /** The encoding it was read in, as the Encoding standard names it. */
  readonly encoding: string
  readonly bytes: number
  readonly lines: number
  /** How many rows there are in all, and whether more were left out because nobody could scroll through them. */
  readonly rows: number
  readonly isCut: boolean
  /** Those that were asked for. */
  readonly part: readonly SourceRow[]
}

/** A page in UTF-8, or a picture. */
export interface StoredPage {
  readonly bytes: Uint8Array
  readonly type: 'text/html; charset=utf-8' | 'text/plain; charset=utf-8' | 'image/png'
}

export interface CapturedAnswers {
  /** Null where it was not kept. */
  readonly storedPage: StoredPage | null
  readonly captured: Captured
  readonly articleBytes: number
  readonly verifyVersion: VersionVerified
  /** Null where the bytes of the page were not kept. */
  readonly pageSource: PageSource | null
}
