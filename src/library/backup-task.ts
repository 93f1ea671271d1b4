import { backupNeed, makeBackup, type BackupNeed, type BackupOptions } from './backup.ts'
import { asFailure, type Store } from './store/open.ts'
import { stateOf } from './store/state.ts'
import { upkeepOf } from './store/upkeep.ts'
import type { Space } from './space.ts'
import type { UpkeepTask } from './upkeep.ts'
import type { Writing } from './writing.ts'
import { CallFailure } from '../contract/failure.ts'

export interface BackupTaskOptions extends Omit<BackupOptions, 'now' | 'signal'> {
  readonly store: Store
  readonly space: Space
  readonly writing: Writing
  readonly now: () => Date
}

const name = 'backup'

/** What is kept of the last look: what came of it, and what the library was like when it was copied last. */
interface Kept {
  readonly outcome: Exclude<BackupNeed, 'needed'> | 'made'
  readonly state: string | null
}

/** Looks every hour whether the library wants to be copied. Damage that copying finds pauses all writing. */
export function backupTask({ store, space, writing, now, ...options }: BackupTaskOptions): UpkeepTask {
  const run = async (signal: AbortSignal): Promise<Kept> => {
    const last = JSON.parse(upkeepOf(store, name)?.detail ?? '{"state":null}') as Pick<Kept, 'state'>
    const state = stateOf(store)
    const free = await space.bytes()
    const need = backupNeed({ path: options.path, now: now(), free, isChanged: state !== last.state })
    if (need !== 'needed') return { outcome: need, state: last.state }
    await makeBackup({ ...options, now: now(), signal })
    return { outcome: 'made', state }
  }
  return {
    name,
    period: 3_600_000,
    run: async (signal) => {
      try {
        return await run(signal)
      } catch (error) {
        const failure = asFailure(error)
        if (failure instanceof CallFailure && failure.failure.code === 'corrupt') writing.heard(failure)
        throw failure
      }
    }
  }
}
