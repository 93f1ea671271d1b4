import { readBody } from '../../src/library/store/bodies.ts'
import type { Store } from '../../src/library/store/open.ts'
import { ArticleText } from '../../src/library/store/packs.ts'
import { openReader } from '../../src/library/store/reader.ts'
import { readRuns } from '../../src/library/store/runs.ts'

type Row = Readonly<Record<string, unknown>>

const keys: Readonly<Record<string, readonly string[]>> = {
  library: ['id'],
  source: ['id'],
  article: ['id'],
  capture: ['id'],
  revision: ['id'],
  record: ['article_id', 'seq'],
  chain_head: ['article_id'],
  tombstone: ['capture_id'],
  maker: ['id']
}

/**
 * Everything a library states, as text: all rows of all tables of evidence as a scan shows them, each looked up once
 * more by its key, the texts and the raw bodies. How it is packed does not count. Throws where it cannot be read.
 */
export function evidenceDump(path: string): string {
  const store = openReader(path)
  try {
    const tables = Object.entries(keys).map(([table, key]) => [table, rowsOf(store, table, key)])
    return JSON.stringify([tables, textsOf(store), bodiesOf(store)], hexadecimal)
  } finally {
    store.close()
  }
}

function rowsOf(store: Store, table: string, key: readonly string[]): readonly Row[] {
  const rows = store.prepare(`SELECT * FROM ${table} NOT INDEXED ORDER BY ${key.join(', ')}`).all() as Row[]
  const lookup = store.prepare(
    `SELECT * FROM ${table} NOT INDEXED WHERE ${key.map((name) => `${name} = ?`).join(' AND ')}`
  )
  for (const row of rows) {
    const again = lookup.get(...key.map((name) => row[name]))
    if (JSON.stringify(again, hexadecimal) !== JSON.stringify(row, hexadecimal))
      throw new Error(`${table}: not found by its key`)
  }
  return rows
}

function textsOf(store: Store): readonly unknown[] {
  const revisions = store.prepare('SELECT * FROM revision NOT INDEXED ORDER BY id').all() as Row[]
  const texts = new Map<number, ArticleText>()
  return revisions.map((row) => {
    const article = row['article_id'] as number
    if (!texts.has(article)) texts.set(article, new ArticleText(store, article))
    return readRuns(row['blocks'] as string).map((number) => texts.get(article)!.block(number))
  })
}

function bodiesOf(store: Store): readonly unknown[] {
  const kept = store.prepare('SELECT body_hash FROM capture NOT INDEXED WHERE body_kept = 1 ORDER BY id').pluck()
  return (kept.all() as Buffer[]).map((hash) => readBody(store, hash))
}

/** Bytes as text; a Buffer has become `{ type, data }` before this sees it. */
function hexadecimal(_key: string, value: unknown): unknown {
  const isBuffer =
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer' && 'data' in value
  return isBuffer ? Buffer.from(value.data as number[]).toString('hex') : value
}
