import type { Body } from '../body.ts'
import type { Metadata } from '../metadata.ts'
import type { PageSource } from '../read-page.ts'
import type { Document } from '../tree.ts'

/** What a page is judged by. */
export interface Facts {
  readonly document: Document
  readonly metadata: Metadata
  readonly body: Body
  /** The number of words of the body. */
  readonly words: number
  readonly source: PageSource
}
