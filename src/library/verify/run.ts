import { mostFindings, type VerifyScope, type Verification } from '../../domain/verification.ts'
import { breathe, inSlices } from '../slices.ts'
import type { Store } from '../store/open.ts'
import { openReader } from '../store/reader.ts'
import { lostVersions } from '../store/records.ts'
import { blankLibrary } from '../store/schema.ts'
import { newWalk, walkAll, walkNewest, walkOne, type Walk } from './walk.ts'

export interface VerifyOptions {
  /** The library file. It is only read, by a connection of its own. */
  readonly path: string
  readonly nativeBinding?: string | undefined
  readonly scope: VerifyScope
  readonly now: () => Date
  /** Ends the walk: the file is closed at once, and the promise is rejected with the reason. */
  readonly signal?: AbortSignal | undefined
  /** Told now and then how many articles are done. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  /** Waits between two slices of 8 ms; without it only until other requests were answered. */
  readonly pause?: (() => Promise<void>) | undefined
}

/**
 * Walks through a library, or a part of it, and says what is not as it was stored. The whole walk sees the file as it
 * was at its start; others may go on writing. Throws `CallFailure` where the file cannot be opened; whatever is wrong
 * inside it is a finding.
 */
export async function verify(options: VerifyOptions): Promise<Verification> {
  const { path, nativeBinding, scope, now, signal } = options
  signal?.throwIfAborted()
  const startedAt = now().toISOString()
  const store = openReader(path, nativeBinding)
  const close = () => store.close()
  signal?.addEventListener('abort', close, { once: true })
  try {
    const walk = newWalk(store)
    await inSlices(untilAborted(stepsOf(walk, scope, nativeBinding), signal), () => pauseAfter(walk, options))
    return { scope, startedAt, endedAt: now().toISOString(), ...resultOf(walk, scope) }
  } finally {
    signal?.removeEventListener('abort', close)
    close()
  }
}

function* stepsOf(walk: Walk, scope: VerifyScope, nativeBinding: string | undefined): Generator<void, void> {
  if (scope === 'newest') return yield* walkNewest(walk)
  if (scope !== 'all') return yield* walkOne(walk, scope.article)
  const blank: Store = blankLibrary(nativeBinding)
  try {
    yield* walkAll(walk, blank)
  } finally {
    blank.close()
  }
}

function* untilAborted(steps: Generator<void, void>, signal: AbortSignal | undefined): Generator<void, void> {
  try {
    for (let step = steps.next(); step.done !== true; step = steps.next()) {
      yield
      signal?.throwIfAborted()
    }
  } finally {
    steps.return()
  }
}

async function pauseAfter({ done, total }: Walk, { onProgress, pause }: VerifyOptions): Promise<void> {
  onProgress?.(done, total)
  await (pause ?? breathe)()
}

const resultOf = ({ store, done, records, findings, derived }: Walk, scope: VerifyScope) => ({
  articles: done,
  records,
  findings: findings.slice(0, mostFindings),
  found: findings.length,
  derived: derived.slice(0, mostFindings),
  lost: lostVersions(store, typeof scope === 'object' ? scope.article : null)
})
