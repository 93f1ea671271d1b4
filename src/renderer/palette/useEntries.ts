import {
  AppWindow,
  Columns2,
  Folder,
  GitCommitHorizontal,
  GitCompareArrows,
  History,
  Library,
  List,
  Newspaper,
  Rss,
  Search,
  type LucideIcon
} from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { use, useMemo } from 'react'
import { t } from '../../catalogue/words.ts'
import { actions, keysOf, type ActionGroup, type ActionId } from '../../contract/actions.ts'
import { smartLists, type Counts, type ListKey } from '../../contract/lists.ts'
import type { SavedSearch } from '../../contract/saved.ts'
import type { Timemap } from '../../domain/timemap.ts'
import { isMac, KeymapContext, OffersContext, useOffered } from '../app/actions.ts'
import { keyWords } from '../app/keyWords.ts'
import { listId, type Step } from '../app/place.ts'
import { usePlace, useWhere } from '../app/PlaceContext.tsx'
import { askTimemap } from '../app/queries.ts'
import { listName } from '../list/smartLists.ts'
import { useSearch } from '../search/SearchContext.tsx'
import { useRunSaved, useSavedSearches } from '../search/useSaved.ts'
import { clock } from '../ui/clock.ts'
import { known, type Entry, type Group, type Known } from './entries.ts'

/** What the palette shows of the window itself: it opened the palette, and to leave it there is Esc. */
const hidden = new Set(['palette', 'leave', 'page-down', 'page-up'])

const icons = {
  articles: Newspaper,
  views: Columns2,
  library: Library,
  changes: GitCompareArrows,
  versions: History,
  window: AppWindow
} as const satisfies Record<ActionGroup, LucideIcon>
const order = Object.keys(icons) as readonly ActionGroup[]

/** What concerns the open article comes first. */
const rank = (id: ActionId): number => order.indexOf(actions[id].group)

/** Every action that is offered now. */
export function useActionEntries(): readonly Known[] {
  const { ids } = useOffered()
  const offers = use(OffersContext)
  const keymap = use(KeymapContext)
  return useMemo(
    () =>
      ids
        .filter((id) => !hidden.has(id))
        .toSorted((one, other) => rank(one) - rank(other))
        .map((id) => {
          const [key] = keysOf(id, keymap, isMac())
          const keys = key === undefined ? {} : { keys: keyWords(key, isMac()) }
          const icon = icons[actions[id].group]
          const entry = { key: `action:${id}`, group: 'actions', icon, words: t(`action.${id}`) } as const
          return known({ ...entry, ...keys, run: () => void offers.run(id) })
        }),
    [ids, keymap, offers]
  )
}

/** Smart lists, folders and sources. */
export function useListEntries({ sources, smart }: Counts): readonly Known[] {
  const { go } = useWhere()
  const { take } = useSearch()
  return useMemo(() => {
    const entry = (group: Group, icon: LucideIcon, list: ListKey, words = listName(list, [])): Entry => ({
      key: `list:${listId(list)}`,
      group,
      icon,
      words,
      dir: 'auto',
      run: () => {
        take({ type: 'close' })
        go({ type: 'list', list })
      }
    })
    const shownLists = smartLists.filter((name) => name !== 'deleted' || smart.deleted > 0)
    const folders = new Set(sources.flatMap(({ folder }) => folder ?? []))
    return [
      ...shownLists.map((name) => entry('lists', List, { kind: 'smart', name })),
      ...[...folders].toSorted().map((folder) => entry('folders', Folder, { kind: 'folder', folder })),
      ...sources.map(({ id, name }) => entry('sources', Rss, { kind: 'source', source: id }, name))
    ].map(known)
  }, [sources, smart.deleted, go, take])
}

/** The versions of the open article, the newest first. */
export function useVersionEntries(): readonly Known[] {
  const { place, go } = usePlace()
  const { take } = useSearch()
  const timemap = useQuery({ ...askTimemap(place.article ?? 0), enabled: place.article !== null }).data
  return useMemo(() => {
    if (timemap === undefined) return []
    const entries = timemap.revisions.map(({ id, label, at }, index): Entry => {
      const words = t('palette.version', { label, moment: clock.moment(at) })
      const run = () => {
        take({ type: 'close' })
        for (const step of versionSteps(timemap, index)) go(step)
      }
      return { key: `version:${id}`, group: 'versions', icon: GitCommitHorizontal, words, run }
    })
    return entries.toReversed().map(known)
  }, [timemap, go, take])
}

/** A version beside the one before it; the first is read. */
function versionSteps({ article, revisions }: Timemap, index: number): readonly Step[] {
  const at = (i: number) => revisions[i]!.id
  const show: Step = { type: 'pane', pane: 'reader' }
  if (revisions.length < 2) return [show]
  const newer = Math.max(1, index)
  const pair: Step = { type: 'pair', article: article.id, pair: { older: at(newer - 1), newer: at(newer) } }
  return [pair, show]
}

/** The searches that the reader keeps. */
export function useSavedEntries(): readonly Known[] {
  const saved = useSavedSearches().data
  const run = useRunSaved()
  return useMemo(() => (saved ?? []).map((search) => known(savedEntry(search, run))), [saved, run])
}

function savedEntry(search: SavedSearch, run: (search: SavedSearch) => void): Entry {
  const { id, name, query } = search
  return {
    key: `saved:${id}`,
    group: 'saved',
    icon: Search,
    words: name,
    ...(query.text === name ? {} : { note: query.text }),
    dir: 'auto',
    run: () => run(search)
  }
}
