import type { Events } from '../contract/contract.ts'
import type { Handlers } from '../contract/door.ts'
import { CallFailure } from '../contract/failure.ts'
import { savedRequests, type SavedAnswers, type SavedSearch } from '../contract/saved.ts'
import { resting } from './slices.ts'
import type { Store } from './store/open.ts'
import {
  addSavedSearch,
  getSavedSearch,
  lastRevision,
  leastSeen,
  putSavedSearch,
  removeSavedSearch,
  savedSearches
} from './store/saved-searches.ts'
import type { UpkeepTask } from './upkeep.ts'

export interface SavedOptions {
  readonly store: Store
  readonly now: () => Date
  readonly tell: <K extends keyof Events>(event: K, payload: Events[K]) => void
}

type SavedHandlers = Handlers<typeof savedRequests, SavedAnswers & Record<string, unknown>>

const finder = () => import('./search/find-articles.ts')

/** What is asked of saved searches, and articles by their name. Every window is told when one of them is another. */
export function savedHandlers({ store, now, tell }: SavedOptions): SavedHandlers {
  const changed = () => tell('changed', { articles: [] })
  return {
    savedSearches: () => savedSearches(store),
    saveSearch: ({ name, query, notify, was }) => {
      const { createdAt, seen, fresh } = was ?? { createdAt: now().toISOString(), seen: lastRevision(store), fresh: [] }
      const added = addSavedSearch(store, { name, query, notify, createdAt, seen, fresh })
      changed()
      return added
    },
    changeSavedSearch: ({ search: id, looked, name, notify }) => {
      const search = found(store, id)
      const seen = looked === true ? { fresh: [], seen: lastRevision(store) } : {}
      putSavedSearch(store, { ...search, name: name ?? search.name, notify: notify ?? search.notify, ...seen })
      changed()
      return null
    },
    deleteSavedSearch: ({ search: id }) => {
      const search = found(store, id)
      removeSavedSearch(store, id)
      changed()
      return search
    },
    findArticles: async ({ text, limit }) => (await finder()).findArticles(store, text, limit)
  }
}

function found(store: Store, id: number): SavedSearch {
  const search = getSavedSearch(store, id)
  if (search === undefined) throw new CallFailure('not-found', `saved search ${id}`)
  return search
}

/** Whether something was stored that saved searches were not looked through for. */
export function isBehind(store: Store): boolean {
  const seen = leastSeen(store)
  return seen !== null && seen < lastRevision(store)
}

/** Counts what came by import, or any other way than a check, which is looked through at once. */
export function savedTask({ store, tell }: SavedOptions, canWrite: () => boolean): UpkeepTask {
  return {
    name: 'saved-searches',
    period: 1,
    run: async (signal) => {
      if (!canWrite() || !isBehind(store)) return null
      const { lookingThrough } = await import('./search/arrivals.ts')
      if (await resting(lookingThrough(store, canWrite), signal)) tell('changed', { articles: [] })
      return null
    }
  }
}
