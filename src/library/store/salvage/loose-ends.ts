import type { Store } from '../open.ts'
import { pluck, prepare } from '../statement.ts'

/** Takes out rows that refer to what is gone; returns how many articles and versions went with their articles' rows. */
export function dropOrphans(store: Store): { readonly articles: number; readonly versions: number } {
  const ownerless = 'article_id NOT IN (SELECT id FROM article)'
  const count = (sql: string): number => pluck<[], number>(store, sql).get()!
  const articles = count(`SELECT count(DISTINCT article_id) FROM record WHERE ${ownerless}`)
  const versions = count(`SELECT count(*) FROM record WHERE revision_id IS NOT NULL AND ${ownerless}`)
  for (const table of ['record', 'chain_head', 'revision', 'capture']) {
    prepare(store, `DELETE FROM ${table} WHERE ${ownerless}`).run()
  }
  prepare(store, 'DELETE FROM pack WHERE id / 1048576 NOT IN (SELECT id FROM article)').run()
  return { articles, versions }
}

interface Reference {
  readonly table: string
  readonly from: string
  readonly to: string
}

/** What is the reader's own goes where what it was about is gone: a star, a mark, what waits for deletion. */
export function dropLooseMarks(store: Store, tables: readonly string[]): void {
  const list = store.prepare<[string], Reference>('SELECT "table", "from", "to" FROM pragma_foreign_key_list(?)')
  for (const name of tables) {
    for (const { table, from, to } of list.all(name)) {
      store.exec(`DELETE FROM ${name} WHERE ${from} IS NOT NULL AND ${from} NOT IN (SELECT ${to} FROM ${table})`)
    }
  }
}
