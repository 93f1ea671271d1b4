import { readCounts } from '../../src/library/list.ts'
import type { Store } from '../../src/library/store/open.ts'
import { ArticleText } from '../../src/library/store/packs.ts'
import { revisionsOf } from '../../src/library/store/revisions.ts'
import { readTimemap } from '../../src/library/timemap.ts'

const tables =
  'library source article capture revision record chain_head tombstone maker change edit_hash reading star deletion trash trash_article keep listing block_key body'.split(
    ' '
  )

/** Everything in a library, row by row, with the words of the search index and what a window is told of each article. */
export function libraryDump(store: Store): unknown {
  const rows = (sql: string): unknown[] => (store.prepare(sql).raw().all() as unknown[][]).map(plain)
  const articles = store.prepare('SELECT article_id FROM listing ORDER BY article_id').pluck().all() as number[]
  return {
    tables: Object.fromEntries(
      tables.map((table) => [table, rows(`SELECT * FROM ${table} ORDER BY ${table === 'star' ? 1 : '1, 2'}`)])
    ),
    tally: rows('SELECT list, n FROM tally WHERE n <> 0 ORDER BY list'),
    words: wordsOf(store),
    counts: readCounts(store, new Date(0)),
    articles: articles.map((id) => ({ ...readTimemap(store, id), texts: textsOf(store, id) }))
  }
}

const plain = (row: unknown[]): unknown[] =>
  row.map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value))

/** Which words stand in which block, as the search index has it. */
function wordsOf(store: Store): unknown[] {
  store.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab('main', 'search', 'instance')")
  return store.prepare('SELECT term, doc, col, offset FROM temp.words ORDER BY 2, 3, 4, 1').raw().all()
}

function textsOf(store: Store, article: number): unknown[] {
  const text = new ArticleText(store, article)
  return revisionsOf(store, article).map(({ blocks }) => blocks.map((number) => text.block(number)))
}
