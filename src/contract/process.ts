import type { Failure } from './failure.ts'

/** What main tells the library process at its start: its one argument, as JSON. */
export interface LibraryConfig {
  readonly path: string
  /** The library was chosen and has to be there; it is not made anew. */
  readonly mustExist: boolean
  readonly samples: string
  readonly nativeBinding?: string | undefined
}

/** What the library process tells main. */
export type LibraryNews =
  | {
      readonly state: 'ready'
      /** Opened from a copy, because the library itself cannot be written. */
      readonly readOnly: boolean
      /** Why nothing is written at present; null where nothing is in the way. */
      readonly trouble: Failure | null
    }
  | { readonly state: 'refused'; readonly failure: Failure }
