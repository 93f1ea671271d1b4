import type { Store } from './open.ts'
import { prepare } from './statement.ts'

/** Something that is followed, and looked at when it is due. */
export interface Claimed {
  readonly kind: 'article' | 'feed' | 'entry'
  readonly id: number
}

const places = {
  article: { table: 'tracking', id: 'article_id' },
  feed: { table: 'feed', id: 'id' },
  entry: { table: 'entry', id: 'id' }
} as const

/**
 * Takes what is due for oneself: it is not due again before `until` (milliseconds since 1970, as `now`), unless the look ends
 * sooner and says when. False where it is not due any more, as another process has taken it.
 */
export function claim(store: Store, { kind, id }: Claimed, { now, until }: { now: number; until: number }): boolean {
  const { table, id: column } = places[kind]
  const sql = `UPDATE ${table} SET next_at = ? WHERE ${column} = ? AND next_at <= ?`
  return prepare(store, sql).run(until, id, now).changes === 1
}

/** When it is due, in milliseconds since 1970; null where it is not looked at any more. */
export function dueAt(store: Store, { kind, id }: Claimed): number | null {
  const { table, id: column } = places[kind]
  const sql = `SELECT next_at AS at FROM ${table} WHERE ${column} = ?`
  return prepare<[number], { readonly at: number | null }>(store, sql).get(id)?.at ?? null
}
