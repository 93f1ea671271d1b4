import type * as z from 'zod/mini'
import { CallFailure, type Answer, type Failure } from './failure.ts'

/** A contract's requests: the name of each call and the schema of its arguments. */
export type Requests = Readonly<Record<string, z.ZodMiniType>>

/** One handler for every request; a missing or misnamed one does not compile. */
export type Handlers<R extends Requests, A extends Record<keyof R, unknown>> = {
  readonly [K in keyof R]: (args: z.output<R[K]>) => A[K] | Promise<A[K]>
}

/**
 * The door of a process: takes a call by name from a less trusted process, checks that it is one of the contract's own
 * and that its arguments fit, and only then lets it in. Never throws: a handler's `CallFailure` is answered as it is,
 * anything else it throws as `internal` (and told to `report`).
 */
export function openDoor<R extends Requests, A extends Record<keyof R, unknown>>(
  requests: R,
  handlers: Handlers<R, A>,
  report: (error: unknown) => void
): (name: unknown, args: unknown) => Promise<Answer<unknown>> {
  return async (name, args) => {
    if (typeof name !== 'string' || !Object.hasOwn(requests, name)) return refused('unknown-call', String(name))
    const checked = requests[name]!.safeParse(args)
    if (!checked.success) return refused('bad-arguments', `${name}: ${checked.error.issues[0]?.message ?? ''}`)
    try {
      const handler = handlers[name as keyof R] as (args: unknown) => unknown
      return { value: await handler(checked.data) }
    } catch (error) {
      if (error instanceof CallFailure) return { error: error.failure }
      report(error)
      return refused('internal', error instanceof Error ? error.message : String(error))
    }
  }
}

function refused(code: Failure['code'], detail: string): { error: Failure } {
  return { error: { code, detail: detail.slice(0, 200) } }
}
