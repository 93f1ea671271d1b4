import type { Store } from './open.ts'
import { pluck, prepare } from './statement.ts'

/** How far a library was written: its last observation, and its last look at the web. */
export interface Written {
  readonly capture: number
  readonly activity: number
}

export const writtenUntil = (store: Store): Written =>
  prepare<[], Written>(
    store,
    `SELECT coalesce((SELECT max(id) FROM capture), 0) AS capture,
            coalesce((SELECT max(id) FROM activity), 0) AS activity`
  ).get()!

/** More articles are not named one by one; lists and counts are told of anyway. */
const most = 10_000

/** The articles with an observation or a look since then. */
export function changedSince(store: Store, { capture, activity }: Written): number[] {
  return pluck<[number, number], number>(
    store,
    `SELECT article_id FROM capture WHERE id > ?
     UNION SELECT article_id FROM activity WHERE id > ? AND article_id IS NOT NULL LIMIT ${most}`
  ).all(capture, activity)
}
