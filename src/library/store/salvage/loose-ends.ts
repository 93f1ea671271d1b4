import { addTombstone } from '../tombstones.ts'
import type { Found } from '../damaged/found.ts'
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

/** A version that is gone, by its place in its article's chain. */
export interface Lost {
  readonly article: number
  readonly seq: number
  /** The id that its row had, where that is known. */
  readonly revision: number | null
}

/**
 * Leaves a gap in an article's time where a version was lost, if the indexes still know where. The hash of its text
 * stays empty, so that the same text is taken again when it is seen again.
 */
export function markGaps(store: Store, found: Found, lost: readonly Lost[], at: string): void {
  if (lost.length === 0) return
  const names = new Map([...found.entries('sqlite_autoindex_revision_2')].map((values) => [values.at(-1), values]))
  const captures = new Map([...found.entries('sqlite_autoindex_revision_1')].map(([capture, id]) => [id, capture]))
  const known = pluck<[number, number], number>(store, 'SELECT 1 FROM capture WHERE id = ? AND article_id = ?')
  for (const { article, seq, revision } of lost) {
    const [, number, letter] = names.get(revision ?? -1) ?? []
    const capture = captures.get(revision ?? -1)
    if (typeof number !== 'number' || typeof letter !== 'string' || typeof capture !== 'number') continue
    if (known.get(capture, article) !== 1) continue
    const row = { capture_id: capture, article_id: article, seq, number, letter, text_hash: Buffer.alloc(32) }
    addTombstone(store, { ...row, deleted_at: at })
  }
}
