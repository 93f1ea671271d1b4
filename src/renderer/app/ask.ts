import type { Answer, Failure } from '../../contract/failure.ts'

/** A call that was answered with a failure; its words are chosen where it is shown. */
class AskError extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.detail === '' ? failure.code : `${failure.code}: ${failure.detail}`)
    this.failure = failure
  }
}

/** The value of an answer; a failure is thrown for whoever draws the error. */
export async function valueOf<T>(answer: Promise<Answer<T>>): Promise<T> {
  const given = await answer
  if ('error' in given) throw new AskError(given.error)
  return given.value
}

export function failureOf(error: unknown): Failure {
  if (error instanceof AskError) return error.failure
  return { code: 'internal', detail: error instanceof Error ? error.message : String(error) }
}
