import type { Store } from './open.ts'

/**
 * Runs what deletes for good so that its bytes are overwritten in the file, not only given up. Elsewhere that is done
 * only where it costs no extra writing (`FAST`, set on every open); pages that were given up go when the file is
 * compacted.
 */
export function securely<T>(store: Store, work: () => T): T {
  store.pragma('secure_delete = ON')
  try {
    return work()
  } finally {
    store.pragma('secure_delete = FAST')
  }
}
