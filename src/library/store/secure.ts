import type { Store } from './open.ts'

/**
 * Takes steps that delete for good so that their bytes are overwritten in the file, not only given up. Elsewhere that is
 * done only where it costs no extra writing (`FAST`, set on every open); pages that were given up go when the file is
 * compacted.
 */
export function* securely(store: Store, steps: Iterator<void>): Generator<void> {
  for (;;) {
    store.pragma('secure_delete = ON')
    try {
      if (steps.next().done === true) return
    } finally {
      store.pragma('secure_delete = FAST')
    }
    yield
  }
}
