import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { t } from '../../catalogue/words.ts'
import type { SavedQuery, SavedSearch } from '../../contract/saved.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'
import { keys } from '../app/queries.ts'
import { useSearch } from './SearchContext.tsx'

/** The searches that the reader keeps. */
export function useSavedSearches() {
  const queryFn = () => valueOf(window.palimpsest.library.savedSearches({}))
  return useQuery({ queryKey: keys.saved, queryFn })
}

interface NewSearch {
  readonly name: string
  readonly query: SavedQuery
  readonly notify: boolean
}

/** Keeps searches, changes and deletes them; what can be undone says so. */
export function useSaving() {
  const { library } = window.palimpsest
  const { act, did } = useActs()
  const { take } = useSearch()
  const queries = useQueryClient()
  const again = () => queries.invalidateQueries({ queryKey: keys.saved })
  return {
    save: (search: NewSearch) =>
      act(async () => {
        const { id, name, query } = await valueOf(library.saveSearch(search))
        take({ type: 'run', query, saved: id })
        await again()
        did(t('search.save.done', { name }), async () => {
          await valueOf(library.deleteSavedSearch({ search: id }))
          await again()
          return t('search.save.undone')
        })
      }),
    change: (search: number, to: Partial<Pick<SavedSearch, 'name' | 'notify'>>) =>
      act(async () => {
        await valueOf(library.changeSavedSearch({ search, ...to }))
        await again()
      }),
    remove: (search: number) =>
      act(async () => {
        const { name, query, notify, createdAt, seen, fresh } = await valueOf(library.deleteSavedSearch({ search }))
        await again()
        did(t('search.saved.deleted', { name }), async () => {
          const was = { createdAt, seen, fresh: [...fresh] }
          await valueOf(library.saveSearch({ name, query, notify, was }))
          await again()
          return t('search.saved.back', { name })
        })
      })
  }
}

/** Runs a saved search; what it finds now counts as seen. */
export function useRunSaved(): (search: SavedSearch) => void {
  const { take } = useSearch()
  const { act } = useActs()
  return useCallback(
    ({ id, query }) => {
      take({ type: 'close' })
      take({ type: 'run', query, saved: id })
      act(async () => void (await valueOf(window.palimpsest.library.changeSavedSearch({ search: id, looked: true }))))
    },
    [take, act]
  )
}
