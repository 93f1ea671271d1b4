/** How one observation of an article ended. Only `changed` can carry a new revision. */
export const outcomes = [
  'changed',
  'unchanged',
  'not-modified',
  'redirected',
  'gone',
  'blocked',
  'paywall',
  'consent',
  'soft-404',
  'not-an-article',
  'too-large',
  'rate-limited',
  'server-error',
  'network-error',
  'extraction-changed'
] as const
export type Outcome = (typeof outcomes)[number]

/** A run of observations with the same outcome: `count` of them from `at` to `until` (ISO 8601 UTC, equal for one). */
export interface Capture {
  readonly id: number
  readonly at: string
  readonly until: string
  readonly count: number
  readonly outcome: Outcome
  /** HTTP status, or null where there was no response (a file, a dead host). */
  readonly status: number | null
  readonly error: string | null
  /** The revision this capture showed first, if it showed a new one. */
  readonly revision: number | null
}
