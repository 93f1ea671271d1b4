import { addStates } from '../../src/library/add.ts'
import { addArticle } from '../../src/library/store/articles.ts'
import { observe } from '../../src/library/store/captures.ts'
import type { Store } from '../../src/library/store/open.ts'
import { hour, newStore, observed, source, tableSizes } from './ours.ts'

const year = 365 * 24

/**
 * Bytes that a year of hourly checks which find nothing new adds to a library of so many articles, where every
 * `trouble`th check (null: none) is answered with 503. The checks are made for one article; what they leave is then
 * copied to the others, row by row.
 */
export function yearOfChecks(articles: number, trouble: number | null): number {
  const store = newStore()
  store.pragma('synchronous = OFF')
  const ids = store.transaction(() => Array.from({ length: articles }, (_, n) => newArticle(store, n)))()
  const before = size(store)
  store.transaction(() => check(store, ids[0]!, trouble))()
  copyChecks(store, ids[0]!)
  const bytes = size(store) - before
  store.close()
  return bytes
}

function newArticle(store: Store, n: number): number {
  const url = `https://news.example/${n}`
  const id = addArticle(store, { source: source('Bench'), url, lang: 'en', dir: 'ltr' })
  const content = { blocks: [{ kind: 'paragraph', text: `Text ${n}` }], claims: [] } as const
  addStates(store, id, [observed(hour(0), content)], own)
  return id
}

const own = { origin: null, bodyHash: null, extractor: 'bench/1' }

function check(store: Store, article: number, trouble: number | null): void {
  for (let n = 1; n <= year; n++) {
    const usual = observed(hour(n), null)
    const failed = { ...usual, outcome: 'server-error', status: 503, error: 'HTTP 503' } as const
    const state = trouble !== null && n % trouble === 0 ? failed : usual
    observe(store, article, { ...state, ...own, url: null, finalUrl: null, headers: null })
  }
}

/** Every column but the first two is the same for every article. */
function copyChecks(store: Store, from: number): void {
  const columns = store.prepare("SELECT name FROM pragma_table_info('capture') WHERE name NOT IN ('id', 'article_id')")
  const others = (columns.pluck().all() as string[]).join(', ')
  store
    .prepare(
      `INSERT INTO capture (id, article_id, ${others})
       SELECT (SELECT max(id) FROM capture) + row_number() OVER (), a.id, ${others.replaceAll(/\w+/g, 'c.$&')}
       FROM capture c, article a
       WHERE c.article_id = ? AND a.id <> ? AND c.id NOT IN (SELECT capture_id FROM revision)`
    )
    .run(from, from)
}

const size = (store: Store): number => [...tableSizes(store).values()].reduce((sum, bytes) => sum + bytes, 0)
