import type { Found } from '../damaged/found.ts'
import type { Row } from '../damaged/tables.ts'
import type { Store } from '../open.ts'
import { pluck } from '../statement.ts'
import { copyRows } from './copy-rows.ts'
import { isSealed } from './sealed.ts'

/**
 * The rows that something else refers to, by table: the query answers 1 for a row that is wanted. In this order, so
 * that what is found lets the next be found.
 */
const wanted: readonly (readonly [table: string, sql: string, by: readonly string[]])[] = [
  ['article', 'SELECT 1 FROM chain_head WHERE article_id = ?', ['id']],
  ['chain_head', 'SELECT 1 FROM article WHERE id = ?', ['article_id']],
  ['source', 'SELECT 1 FROM article WHERE source_id = ?', ['id']],
  ['record', 'SELECT 1 FROM chain_head WHERE article_id = ? AND seq >= ?', ['article_id', 'seq']],
  ['revision', 'SELECT 1 FROM record WHERE revision_id = ?', ['id']],
  ['maker', 'SELECT 1 FROM revision WHERE maker_id = ?', ['id']],
  ['capture', 'SELECT 1 FROM revision WHERE capture_id = ?', ['id']],
  ['tombstone', 'SELECT 1 FROM record WHERE revision_id IS NULL AND article_id = ? AND seq = ?', ['article_id', 'seq']],
  ['pack', 'SELECT 1 FROM article WHERE id = CAST(? AS INTEGER) / 1048576', ['id']],
  ['body', 'SELECT 1 FROM capture WHERE body_hash = ? AND body_kept = 1', ['hash']]
]

/** Takes from a backup what the damaged file refers to and no longer holds; the hashes decide whether it is the same. */
export function fillFrom(store: Store, backup: Found): void {
  for (const [table, sql, by] of wanted) {
    const query = pluck<unknown[], number>(store, `${sql} LIMIT 1`)
    const isWanted = (row: Row): boolean => query.get(...by.map((name) => row[name])) === 1
    copyRows(store, backup, { table, isWhole: (row) => isSealed(table, row) && isWanted(row), loose: true })
  }
}
