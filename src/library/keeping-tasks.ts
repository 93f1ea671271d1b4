import type { Events } from '../contract/contract.ts'
import type { Handlers } from '../contract/door.ts'
import { keepingRequests, type KeepingAnswers } from '../contract/keeping.ts'
import { resting } from './slices.ts'
import type { Store } from './store/open.ts'
import type { UpkeepTask } from './upkeep.ts'

export interface KeepingOptions {
  readonly store: Store
  readonly now: () => Date
  readonly tell: <K extends keyof Events>(event: K, payload: Events[K]) => void
}

type KeepingHandlers = Handlers<typeof keepingRequests, KeepingAnswers & Record<string, unknown>>

/** The handlers of `keeping.ts`, which is loaded with the first call: a start has no time for it. */
export function keepingWhenNeeded(options: KeepingOptions): KeepingHandlers {
  let loaded: Promise<KeepingHandlers> | undefined
  const load = () => (loaded ??= import('./keeping.ts').then(({ keepingHandlers }) => keepingHandlers(options)))
  const names = Object.keys(keepingRequests) as (keyof KeepingHandlers)[]
  const entries = names.map((name) => {
    return [name, async (args: never): Promise<unknown> => (await load())[name](args)] as const
  })
  return Object.fromEntries(entries) as unknown as KeepingHandlers
}

const day = 86_400_000

/** Deletes for good what has waited its 30 days, and gives back the room that deleted things left. */
export function keepingTasks({ store, now, tell }: KeepingOptions, canWrite: () => boolean): UpkeepTask[] {
  return [
    {
      name: 'purge',
      period: day,
      run: async (signal) => {
        if (!canWrite()) return null
        const { purgingExpired } = await import('./purge.ts')
        const { touched, ...purged } = await resting(purgingExpired(store, now()), signal)
        if (touched.length > 0) tell('changed', { articles: touched })
        return purged
      }
    },
    {
      name: 'compact',
      period: day,
      run: async (signal) => {
        if (!canWrite()) return null
        const { compacting, needsCompacting } = await import('./compact.ts')
        return needsCompacting(store) ? await resting(compacting(store, now()), signal) : null
      }
    }
  ]
}
