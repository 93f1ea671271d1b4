import type { Outcome } from '../../domain/capture.ts'
import type { Content } from '../../domain/revision.ts'
import type { ArticleFacts } from '../store/articles.ts'

/** What was received with one observation, where a file holds it. */
export interface Received {
  /** The bytes of the response's body, content encoding undone or not as they were kept. */
  readonly body?: Uint8Array | undefined
  /** SHA-256 of them, where the file has that alone. */
  readonly bodyHash?: Buffer | undefined
  /** The addresses that were asked and that answered, where they are not the article's. */
  readonly url?: string | null | undefined
  readonly finalUrl?: string | null | undefined
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>> | null | undefined
  /** What read the text, where it is not the reader of the file: our own extractor, for one. */
  readonly extractor?: string | undefined
}

/** What the file itself calls an observation, kept so that anybody can find it there again. */
export interface Original {
  /** Its key in the file: a row's id, a record's id, a commit. */
  readonly id: string | null
  /** Its time as the file writes it. */
  readonly time: string | null
}

/** One observation as a file brings it: with content, if it shows a text. */
export interface State {
  readonly at: string
  readonly until: string
  readonly count: number
  readonly outcome: Outcome
  readonly status: number | null
  readonly error: string | null
  readonly content: Content | null
  readonly received?: Received | undefined
  readonly original?: Original | undefined
}

/** What somebody noted on an article. Times are ISO 8601 UTC. */
export interface FoundNote {
  /** The version it is on, by when that was first seen; null for one on the article or on a change. */
  readonly version: string | null
  /** The hash of the edit it is on. */
  readonly edit: string | null
  readonly text: string
  readonly createdAt: string
  readonly updatedAt: string
}

/** What a file holds: an article, and states of it in the order of the file. */
export interface Document {
  readonly facts: ArticleFacts
  readonly states: readonly State[]
  /** The first state of all, in further parts of a history that comes in several: it tells which article they belong to. */
  readonly first?: State | undefined
  /**
   * Which article it is, the file says by its `original` ids, so that a text like it is another article all the same. Only
   * without an address does that make a difference.
   */
  readonly isNamed?: boolean | undefined
  /** Stored once all states are. */
  readonly notes?: readonly FoundNote[] | undefined
}
