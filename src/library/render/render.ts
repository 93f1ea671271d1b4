import type { FetchFailure } from '../fetch/fetched.ts'

/** A page as a browser showed it. */
export interface Shown {
  readonly kind: 'rendered'
  readonly finalUrl: string
  readonly status: number
  /** The DOM as text, when the page had come to rest. */
  readonly html: string
  /** PNG. */
  readonly screenshot: Buffer
  readonly at: string
}

export type Rendered =
  | Shown
  | { readonly kind: 'failed'; readonly failure: FetchFailure; readonly detail: string }

/** Asks a browser for a page. Never throws for what the page does. */
export type Render = (wanted: { readonly url: string; readonly signal?: AbortSignal | undefined }) => Promise<Rendered>
