/** Why a call was not answered. Codes cross the process boundary; the window chooses the words. */
export const failureCodes = [
  'unknown-call',
  'bad-arguments',
  'foreign-sender',
  'not-found',
  'library-stopped',
  'newer-schema',
  'older-schema',
  'not-a-library',
  'library-missing',
  'corrupt',
  'full',
  'readonly',
  'locked',
  'disk-error',
  'internal'
] as const
export type FailureCode = (typeof failureCodes)[number]

export interface Failure {
  readonly code: FailureCode
  /** A name, number or path that belongs into the words; never a sentence for the reader. */
  readonly detail: string
}

/** What a call comes back with. Plain data, because errors lose their fields between processes. */
export type Answer<T> = { readonly value: T } | { readonly error: Failure }

/** A failure on its way up; thrown by handlers, turned into an `Answer` at the door. */
export class CallFailure extends Error {
  readonly failure: Failure
  constructor(code: FailureCode, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`)
    this.failure = { code, detail }
  }
}
