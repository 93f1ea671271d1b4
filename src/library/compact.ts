import { emptyLog, fileBytes, makingSmaller, pagesOf } from './store/compact.ts'
import type { Store } from './store/open.ts'
import { markUpkeep, upkeepOf } from './store/upkeep.ts'

export interface Compacted {
  /** Bytes of the file and its log. */
  readonly before: number
  readonly after: number
}

/**
 * Makes the file as small as its content, in steps of a few milliseconds; after that nothing that was deleted for good
 * is left in it. While another program reads an older state of the library the log stays until the next time.
 */
export function* compacting(store: Store, now: Date): Generator<void, Compacted> {
  const before = fileBytes(store)
  yield* makingSmaller(store)
  const isEmptied = emptyLog(store)
  const done = { before, after: fileBytes(store) }
  if (isEmptied) markUpkeep(store, 'compacted', { at: now.toISOString(), detail: JSON.stringify(done) })
  return done
}

/** Something was deleted for good since the file was compacted last, or a tenth of it is empty. */
export function needsCompacting(store: Store): boolean {
  const purged = upkeepOf(store, 'purged')?.at ?? ''
  const { bytes, free } = pagesOf(store)
  return purged > (upkeepOf(store, 'compacted')?.at ?? '') || free * 10 > bytes
}
