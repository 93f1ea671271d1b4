import type { Store } from '../../src/library/store/open.ts'

/** Columns that hold an id, and what it is the id of. */
const ids: Readonly<Record<string, Readonly<Record<string, 'article' | 'capture' | 'revision' | 'pack'>>>> = {
  article: { id: 'article' },
  chain_head: { article_id: 'article' },
  capture: { id: 'capture', article_id: 'article' },
  revision: { id: 'revision', article_id: 'article', capture_id: 'capture' },
  record: { article_id: 'article', revision_id: 'revision' },
  change: { revision_id: 'revision', against_id: 'revision' },
  pack: { id: 'pack' },
  listing: { article_id: 'article' }
}

/** What tells one copy from another. */
const varied: Readonly<Record<string, (copy: number) => string>> = {
  'article.uid': (copy) => `uid || '-${copy}'`,
  'article.url': () => 'NULL',
  'capture.first_at': (copy) => earlier('first_at', copy),
  'capture.last_at': (copy) => earlier('last_at', copy),
  'listing.headline': (copy) => `headline || ' ' || ${copy}`,
  'listing.first_at': (copy) => earlier('first_at', copy),
  'listing.last_at': (copy) => earlier('last_at', copy),
  'listing.changed_at': (copy) => earlier('changed_at', copy),
  'listing.telling_at': (copy) => earlier('telling_at', copy)
}

const earlier = (column: string, copy: number): string =>
  `strftime('%Y-%m-%dT%H:%M:%fZ', ${column}, '-${copy} minutes')`

/**
 * Copies every article of a library so often, each time a minute earlier: a large library in seconds. Everything opens
 * and lists as it should; only seals are those of the originals.
 */
export function multiply(store: Store, copies: number): void {
  const most = (table: string) => store.prepare(`SELECT coalesce(max(id), 0) FROM ${table}`).pluck().get() as number
  const by = { article: most('article'), capture: most('capture'), revision: most('revision') }
  const step = { ...by, pack: by.article * 2 ** 20 }
  const originals: Readonly<Record<keyof typeof step, number>> = { ...by, pack: (by.article + 1) * 2 ** 20 - 1 }
  store.transaction(() => {
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
  })()
}
