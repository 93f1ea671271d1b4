import { articleSeal, putSource, type IdentityRow } from '../../src/library/store/articles.ts'
import { captureSeal, type CaptureRow } from '../../src/library/store/captures.ts'
import { refreshListing } from '../../src/library/store/listing.ts'
import type { Store } from '../../src/library/store/open.ts'
import { beginChain, chainRevision } from '../../src/library/store/records.ts'
import { reindex } from '../../src/library/store/search-index.ts'

/** Columns that hold an id, and what it is the id of. */
const ids: Readonly<Record<string, Readonly<Record<string, 'article' | 'capture' | 'revision' | 'pack'>>>> = {
  article: { id: 'article' },
  capture: { id: 'capture', article_id: 'article' },
  revision: { id: 'revision', article_id: 'article', capture_id: 'capture' },
  change: { revision_id: 'revision', against_id: 'revision' },
  pack: { id: 'pack' }
}

/** What tells one copy from another. */
const varied: Readonly<Record<string, (copy: number) => string>> = {
  'article.uid': (copy) => `uid || '-${copy}'`,
  'article.url': () => 'NULL',
  'capture.first_at': (copy) => earlier('first_at', copy),
  'capture.last_at': (copy) => earlier('last_at', copy)
}

const earlier = (column: string, copy: number): string =>
  `strftime('%Y-%m-%dT%H:%M:%fZ', ${column}, '-${copy} minutes')`

/** Copies every article of a library so often, each time a minute earlier: a large library in seconds. */
export function multiply(store: Store, copies: number): void {
  const most = (table: string) => store.prepare(`SELECT coalesce(max(id), 0) FROM ${table}`).pluck().get() as number
  const by = { article: most('article'), capture: most('capture'), revision: most('revision') }
  const step = { ...by, pack: by.article * 2 ** 20 }
  const originals: Readonly<Record<keyof typeof step, number>> = { ...by, pack: (by.article + 1) * 2 ** 20 - 1 }
  for (let copy = 1; copy <= copies; copy++) {
    for (const [table, kinds] of Object.entries(ids)) {
      const columns = store.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all() as string[]
      const values = columns.map((column) => {
        const kind = kinds[column]
        if (kind !== undefined) return `${column} + ${copy * step[kind]}`
        return varied[`${table}.${column}`]?.(copy) ?? column
      })
      const [key, kind] = Object.entries(kinds)[0]!
      const sql = `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM ${table}`
      store.prepare(`${sql} WHERE ${key} <= ${originals[kind]}`).run()
    }
  }
  for (let article = by.article + 1; article <= most('article'); article++) adopt(store, article)
}

/** Makes a copied article one of its own: seals, chain, and its row in the lists. */
function adopt(store: Store, article: number): void {
  sealArticle(store, article)
  const captures = store.prepare<[number], CaptureRow>('SELECT * FROM capture WHERE article_id = ?').all(article)
  for (const row of captures) store.prepare('UPDATE capture SET seal = ? WHERE id = ?').run(captureSeal(row), row.id)
  beginChain(store, article)
  store.prepare('UPDATE chain_head SET captures = ? WHERE article_id = ?').run(captures.length, article)
  const revisions = store.prepare('SELECT id FROM revision WHERE article_id = ? ORDER BY seq').pluck().all(article)
  for (const revision of revisions as number[]) chainRevision(store, revision)
  refreshListing(store, article)
  reindex(store, article)
}

function sealArticle(store: Store, article: number): void {
  const row = store.prepare<[number], IdentityRow>('SELECT * FROM article WHERE id = ?').get(article)!
  store.prepare('UPDATE article SET seal = ? WHERE id = ?').run(articleSeal(row), article)
}

/** Puts an article into another source, made where there is none of that name. */
export function moveTo(
  store: Store,
  article: number,
  source: { readonly name: string; readonly folder: string | null }
) {
  const id = putSource(store, { ...source, homepage: null })
  store.prepare('UPDATE article SET source_id = ? WHERE id = ?').run(id, article)
  sealArticle(store, article)
  refreshListing(store, article)
}
