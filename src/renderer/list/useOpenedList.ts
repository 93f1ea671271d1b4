import { useQueries, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { mostRows, type ArticleRow, type ListChoice, type ListKey, type OpenedList } from '../../contract/lists.ts'
import { valueOf } from '../app/ask.ts'
import { listId, type Place } from '../app/place.ts'
import { keys } from '../app/queries.ts'
import { choiceOf, isUsual } from './choices.ts'
import {
  goneAfter,
  idsOf,
  makeOrder,
  pageAt,
  pagesAround,
  pageSize,
  waitingIn,
  type LoadedPage,
  type Order
} from './order.ts'

/** A list as it was at one opening, which its number tells from every other. */
export interface Opened extends OpenedList {
  readonly list: ListKey
  /** What the reader had chosen to see of it. */
  readonly choice: ListChoice
  readonly opening: number
}

let openings = 0

/** The list that is open, in the order that holds until it is left or sorted anew. */
export function useOpenedList(place: Pick<Place, 'list' | 'sorting'>) {
  const id = listId(place.list)
  return useQuery({
    ...askList(place),
    // While it is sorted anew the old order stays; another list's never does.
    placeholderData: (previous: Opened | undefined, query) => (query?.queryKey[1] === id ? previous : undefined)
  })
}

export const askList = ({ list, sorting }: Pick<Place, 'list' | 'sorting'>) => ({
  queryKey: keys.list(list, sorting),
  queryFn: async (): Promise<Opened> => {
    const choice = choiceOf(list)
    const opened = await valueOf(window.palimpsest.library.openList({ list, limit: pageSize, choice }))
    return { ...opened, list, choice, opening: ++openings }
  }
})

const askPage = ({ opening, ids, first }: Opened, page: number) => ({
  queryKey: keys.rows(opening, page),
  queryFn: () => valueOf(window.palimpsest.library.articles({ articles: idsOf(ids, page) })),
  ...(page === 0 ? { initialData: first } : {})
})

const arrived = (results: readonly UseQueryResult<readonly ArticleRow[]>[]) => results.map(({ data }) => data)

export interface Rows {
  readonly order: Order
  /** The row of an article in view; undefined until it has arrived. */
  readonly rowOf: (id: number) => ArticleRow | undefined
  /** The row at a position, wherever in the list that is. */
  readonly load: (position: number) => Promise<ArticleRow | undefined>
}

/**
 * The rows between two positions, and those of the articles `kept`, page by page; they are asked for again when the
 * library says that they changed.
 */
export function useRows(
  opened: Opened,
  range: readonly [from: number, to: number],
  kept: readonly (number | null)[]
): Rows {
  const queries = useQueryClient()
  const [gone, setGone] = useState<ReadonlySet<number>>(new Set<number>())
  const order = useMemo(() => makeOrder(opened.ids, gone), [opened, gone])
  const positions = kept.map((id) => (id === null ? -1 : order.shown.indexOf(id))).filter((at) => at >= 0)
  const near = [...pagesAround(order, ...range), ...positions.map((at) => pageAt(order, at))]
  // Where all of them are gone, the first page is still looked at: an undo brings them back.
  const pages = near.length === 0 ? [0] : [...new Set(near)]
  const data = useQueries({ queries: pages.map((page) => askPage(opened, page)), combine: arrived })
  const byId = useMemo(() => new Map(data.flatMap((rows) => rows ?? []).map((row) => [row.id, row])), [data])
  const loaded = pages.flatMap((page, i): LoadedPage[] => {
    const rows = data[i]
    return rows === undefined ? [] : [{ ids: idsOf(opened.ids, page), rows }]
  })
  const next = goneAfter(gone, opened.list, loaded)
  if (next !== gone) setGone(next)
  const load = async (position: number) => {
    const id = order.shown[position]
    if (id === undefined) return undefined
    const rows = await queries.fetchQuery({ ...askPage(opened, pageAt(order, position)), staleTime: Infinity })
    return rows.find((row) => row.id === id)
  }
  return { order, rowOf: (id) => byId.get(id), load }
}

/** How many articles have come to the top since the list was opened: asked for once something has changed. */
export function useWaiting(opened: Opened | undefined): number {
  const { data } = useQuery({
    queryKey: keys.top(opened?.opening ?? 0),
    queryFn: async () => {
      return opened === undefined ? 0 : await countWaiting(opened)
    },
    initialData: 0
  })
  return data
}

/** By its own rule, what has come to the top; in another order, or filtered, whatever is new in it. */
async function countWaiting(opened: Opened): Promise<number> {
  const { list, choice } = opened
  const { library } = window.palimpsest
  if (isUsual(list, choice)) {
    return waitingIn(list, opened, (await valueOf(library.listArticles({ list, limit: mostRows }))).rows)
  }
  const { ids } = await valueOf(library.openList({ list, limit: 1, choice }))
  const known = new Set(opened.ids)
  return ids.filter((id) => !known.has(id)).length
}
