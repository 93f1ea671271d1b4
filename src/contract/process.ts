import type { Failure } from './failure.ts'

/** What main tells the library process at its start: its one argument, as JSON. */
export interface LibraryConfig {
  readonly path: string
  readonly samples: string
  readonly nativeBinding?: string | undefined
}

/** What the library process tells main. */
export type LibraryNews = { readonly state: 'ready' } | { readonly state: 'refused'; readonly failure: Failure }
