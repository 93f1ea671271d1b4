import type { FetchFailure } from './fetched.ts'

/** Why there is no response, before it is known where in a chain of redirects that was. */
export interface Refusal {
  readonly failure: FetchFailure
  /** For the activity log: a code or name of the system's, an address, a time. */
  readonly detail: string
  readonly retryAt?: string | null
}

/** A refusal on its way through a callback that takes only errors. */
export class Refused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.detail)
    this.refusal = refusal
  }
}

/** Whether something is a refusal and not what was wanted. */
export function isRefusal(value: object): value is Refusal {
  return 'failure' in value
}
