import { useState } from 'react'
import type { ArticleRow } from '../../contract/contract.ts'
import { listId, type Place } from '../app/place.ts'
import { inOrder, rowsOf } from './smartLists.ts'

/** The rows of the open list, in an order that holds until the list is left or sorted anew. */
export function useRows(place: Place, all: readonly ArticleRow[], now: number) {
  const fresh = rowsOf(place.list, all, now)
  const opened = `${listId(place.list)} ${place.sorting} ${all.length === 0}`
  const [order, setOrder] = useState({ opened, ids: fresh.map((row) => row.id) })
  if (order.opened !== opened) {
    setOrder({ opened, ids: fresh.map((row) => row.id) })
  }
  return inOrder(order.opened === opened ? order.ids : fresh.map((row) => row.id), all, fresh)
}
