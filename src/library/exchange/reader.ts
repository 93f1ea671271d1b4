import type { AboutFile, RefusalCode } from '../../contract/importing.ts'
import type { Content } from '../../domain/revision.ts'
import type { Entry } from '../backfill/entry.ts'
import type { PageReader } from '../watch/reading.ts'
import type { Document, Received } from './document.ts'

/** A file or folder that somebody wants to bring in, looked at from outside. */
export interface Opened {
  readonly path: string
  /** Its name without its folder. */
  readonly name: string
  readonly isFolder: boolean
  /** In bytes; 0 for a folder. */
  readonly size: number
  /** When it was last written, ISO 8601 UTC. */
  readonly modifiedAt: string
  /** Its first bytes, at most 64 KiB; empty for a folder. */
  readonly head: Buffer
}

/** What a reader may use while it reads. */
export interface Reading {
  readonly now: Date
  /**
   * The time zone (IANA name) of times that name none; null where nobody said. Times are then taken as UTC, and the
   * documents are marked `isZoneGuessed`.
   */
  readonly zone: string | null
  /** Reads pages where a page that hangs the parser holds nobody up. */
  readonly pages: Pick<PageReader, 'read'>
  /** Aborted when the reader of the import has had enough; `signal.throwIfAborted()` between parts. */
  readonly signal: AbortSignal
  /** A new, empty folder for copies, removed after the import. */
  readonly scratch: () => Promise<string>
  /** Another build of the SQLite addon than the package's own, where the runtime needs one. */
  readonly nativeBinding?: string | undefined
}

/** One thing that a file holds. */
export type Found =
  | { readonly kind: 'document'; readonly document: Document; readonly isZoneGuessed?: boolean }
  | { readonly kind: 'loose'; readonly loose: Loose }
  | {
      readonly kind: 'refused'
      /** Which record; empty for many of a kind, of which `count` says how many. */
      readonly record: string
      readonly code: RefusalCode
      readonly detail: string
      readonly count?: number
    }
  | {
      readonly kind: 'follow'
      readonly url: string
      readonly feed: boolean
      readonly folder: string | null
      /** Copies of the page that archives have, where the file lists them. */
      readonly mementos?: readonly Entry[] | undefined
    }

/** One state of an article that names no address: it joins others by what it says. */
export interface Loose {
  readonly name: string
  readonly modifiedAt: string
  /** When it was seen, where the file itself tells; found out by name and date of the file where it is null. */
  readonly at: string | null
  readonly content: Content
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl'
  readonly received: Received
  /** What its folder says it is a state of; together with others of that name it is one article, however unlike. */
  readonly group?: string | undefined
}

/**
 * Reads one format. What it throws as `FileRefusal` refuses the whole file; everything it yielded before stays. It never
 * trusts a path in a file, never runs anything of it, and keeps no more than one document in memory where the format allows.
 */
export interface FormatReader {
  /** With its version, `warc/1`: kept as the extractor of texts that the file brings ready-made. */
  readonly format: string
  /** Decides by content, never by name alone; cheap, as all formats are asked. Must not throw. */
  readonly fits: (file: Opened) => boolean | Promise<boolean>
  readonly read: (file: Opened, how: Reading) => AsyncIterable<Found>
  /** What the file says about itself, and whether its own hashes fit; shown before anything is stored. */
  readonly about?: (file: Opened, how: Reading) => Promise<AboutFile>
}
