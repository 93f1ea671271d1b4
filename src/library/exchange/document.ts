import type { Outcome } from '../../domain/capture.ts'
import type { Content } from '../../domain/revision.ts'
import type { ArticleFacts } from '../store/articles.ts'

/** One observation as a file brings it: with content, if it shows a text. */
export interface State {
  readonly at: string
  readonly until: string
  readonly count: number
  readonly outcome: Outcome
  readonly status: number | null
  readonly error: string | null
  readonly content: Content | null
}

/** What a file holds: an article, and states of it in the order of the file. */
export interface Document {
  readonly facts: ArticleFacts
  readonly states: readonly State[]
}
