import type { Block } from '../../../domain/revision.ts'
import type { Found } from '../damaged/found.ts'
import type { Row } from '../damaged/tables.ts'
import { blockHash, textHash } from '../hash.ts'
import { first } from '../migrations/0001-first.ts'
import { connect, type Store } from '../open.ts'
import { applicationId } from '../owner.ts'
import { makePrivateFile } from '../private.ts'
import { copyRows } from './copy-rows.ts'

/**
 * Makes a library of what can be read of one in the first format, which had no chains: versions whose blocks and text
 * still have their hashes. Opening it brings it to the present format.
 */
export function buildFirstFormat(found: Found, into: string, nativeBinding: string | undefined): void {
  makePrivateFile(into)
  const store = connect(into, nativeBinding)
  try {
    build(store, found)
    dropBroken(store)
  } finally {
    store.close()
  }
}

/** How many versions its indexes still name. */
export const versionsNamed = (found: Found): number =>
  new Set([...found.entries('sqlite_autoindex_revision_1')].map((values) => values.at(-1))).size

function build(store: Store, found: Found): void {
  first({
    exec: (sql) => void store.exec(sql),
    run: (sql, ...values) => void store.prepare(sql).run(...values),
    all: <R>(sql: string, ...values: readonly unknown[]) => store.prepare(sql).all(...values) as R[]
  })
  for (const pragma of [`application_id = ${applicationId}`, 'user_version = 1', 'foreign_keys = OFF'])
    store.pragma(pragma)
  for (const table of ['source', 'article', 'capture', 'block', 'revision', 'change', 'reading']) {
    const loose = table !== 'change' && table !== 'reading'
    copyRows(store, found, { table, loose, isWhole: (row) => table !== 'block' || isBlock(row) })
  }
}

function isBlock({ hash, kind, text, links, src }: Row): boolean {
  try {
    const block = { kind, text, links: JSON.parse(String(links ?? '[]')), src: src ?? undefined } as unknown as Block
    return hash instanceof Buffer && blockHash(block).equals(hash)
  } catch {
    return false
  }
}

interface Stored {
  readonly id: number
  readonly blocks: string
  readonly text_hash: Buffer
}

const loose = [
  'DELETE FROM article WHERE source_id NOT IN (SELECT id FROM source)',
  'DELETE FROM capture WHERE article_id NOT IN (SELECT id FROM article)',
  'DELETE FROM block WHERE article_id NOT IN (SELECT id FROM article)',
  'DELETE FROM revision WHERE capture_id NOT IN (SELECT id FROM capture)',
  'UPDATE revision SET headline_id = NULL WHERE headline_id NOT IN (SELECT id FROM block)',
  'DELETE FROM change WHERE revision_id NOT IN (SELECT id FROM revision) OR against_id NOT IN (SELECT id FROM revision)',
  'DELETE FROM reading WHERE revision_id NOT IN (SELECT id FROM revision)'
]

function dropBroken(store: Store): void {
  const hash = store.prepare<[number], Buffer>('SELECT hash FROM block WHERE id = ?').pluck()
  for (const { id, blocks, text_hash } of store
    .prepare<[], Stored>('SELECT id, blocks, text_hash FROM revision')
    .all()) {
    const hashes = (JSON.parse(blocks) as number[]).map((block) => hash.get(block))
    const isWhole = !hashes.includes(undefined) && textHash(hashes as Buffer[]).equals(text_hash)
    if (!isWhole) store.prepare('DELETE FROM revision WHERE id = ?').run(id)
  }
  for (const sql of loose) store.exec(sql)
}
