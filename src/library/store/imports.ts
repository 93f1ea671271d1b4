import type { PastImport } from '../../contract/importing.ts'
import type { Store } from './open.ts'
import { pluck, prepare } from './statement.ts'

interface ImportFacts {
  readonly at: string
  /** The name of the file, without its folder. */
  readonly name: string
  readonly format: string
  readonly hash: Buffer | null
  readonly zone: string | null
}

/** Remembers that a file was brought in; returns the id of the import. */
export function addImport(store: Store, { at, name, format, hash, zone }: ImportFacts): number {
  const sql = 'INSERT INTO import (at, name, format, hash, zone) VALUES (?, ?, ?, ?, ?) RETURNING id'
  return pluck<unknown[], number>(store, sql).get(at, name, format, hash, zone)!
}

type Counts = Pick<PastImport, 'articles' | 'versions' | 'alreadyThere' | 'refused'>

/** What an import came to. */
export function countImport(store: Store, id: number, { articles, versions, alreadyThere, refused }: Counts): void {
  prepare(store, 'UPDATE import SET articles = ?, versions = ?, known = ?, refused = ? WHERE id = ?').run(
    articles,
    versions,
    alreadyThere,
    refused,
    id
  )
}

interface Origin {
  readonly import: number
  readonly id: string | null
  readonly time: string | null
}

/** Which import an observation came with, and what the file calls it. */
export function noteImported(store: Store, capture: number, { import: from, id, time }: Origin): void {
  const sql = 'INSERT OR IGNORE INTO imported (capture_id, import_id, original_id, original_time) VALUES (?, ?, ?, ?)'
  prepare(store, sql).run(capture, from, id, time)
}

/** Whether an article has an observation that files of a format call by one of these names. */
export function isNamedBy(store: Store, article: number, format: string, ids: readonly string[]): boolean {
  const sql = `SELECT 1 FROM capture c JOIN imported i ON i.capture_id = c.id JOIN import m ON m.id = i.import_id
               WHERE c.article_id = ? AND m.format = ? AND i.original_id IN (SELECT value FROM json_each(?)) LIMIT 1`
  return pluck<[number, string, string], number>(store, sql).get(article, format, JSON.stringify(ids)) !== undefined
}

/** Whether an article has an observation that came from a file of one of these names. */
export function hasOrigin(store: Store, article: number, names: readonly string[]): boolean {
  const sql = 'SELECT 1 FROM capture WHERE article_id = ? AND origin IN (SELECT value FROM json_each(?)) LIMIT 1'
  return pluck<[number, string], number>(store, sql).get(article, JSON.stringify(names)) !== undefined
}

interface Row extends Omit<PastImport, 'hash'> {
  readonly hash: Buffer | null
}

/** The last 200 imports, the newest first. */
export function listImports(store: Store): PastImport[] {
  const sql = `SELECT at, name, format, hash, zone, articles, versions, known AS alreadyThere, refused
               FROM import ORDER BY id DESC LIMIT 200`
  return prepare<[], Row>(store, sql)
    .all()
    .map((row) => ({ ...row, hash: row.hash?.toString('hex') ?? null }))
}
