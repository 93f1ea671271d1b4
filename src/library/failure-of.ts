import { CallFailure, type Failure } from '../contract/failure.ts'
import { asFailure } from './store/open.ts'

/** The named failure that an error is, as a call or an opening throws it; null for a bug. */
export function failureOf(error: unknown): Failure | null {
  const known = asFailure(error)
  return known instanceof CallFailure ? known.failure : null
}
