import { CallFailure } from '../../contract/failure.ts'
import { migrations } from './migrations/all.ts'
import { asFailure, connect, type Store } from './open.ts'
import { checkOwner } from './owner.ts'

/**
 * A second connection to a library file, which can only read and sees the file as it is now for as long as it is open.
 * Throws `CallFailure` as `openStore` does, and `older-schema` for a library that the application has to bring up to
 * date first.
 */
export function openReader(path: string, nativeBinding?: string): Store {
  let store: Store | undefined
  try {
    store = connect(path, nativeBinding, true)
    checkOwner(store)
    const version = store.pragma('user_version', { simple: true }) as number
    if (version < 1) throw new CallFailure('not-a-library')
    if (version < migrations.length) throw new CallFailure('older-schema', String(version))
    store.pragma('trusted_schema = OFF')
    store.pragma('cell_size_check = ON')
    store.exec('BEGIN')
    return store
  } catch (error) {
    store?.close()
    throw asFailure(error)
  }
}
