import type { Statement } from 'better-sqlite3'
import type { Store } from './open.ts'

const kept = new WeakMap<Store, Map<string, Statement>>()

/** A prepared statement, kept with its connection: preparing costs more than most of the queries here. */
export function prepare<Args extends unknown[] = unknown[], Row = unknown>(
  store: Store,
  sql: string
): Statement<Args, Row> {
  let statements = kept.get(store)
  if (statements === undefined) kept.set(store, (statements = new Map()))
  let statement = statements.get(sql)
  if (statement === undefined) statements.set(sql, (statement = store.prepare(sql)))
  return statement as Statement<Args, Row>
}

/** A statement that answers with the first column alone. */
export function pluck<Args extends unknown[], Value>(store: Store, sql: string): Statement<Args, Value> {
  return prepare<Args, Value>(store, sql).pluck()
}
