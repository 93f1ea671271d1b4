import { sourceSeal, type SourceRow } from './articles.ts'
import type { Store } from './open.ts'
import { pluck, prepare } from './statement.ts'

const columns = 'SELECT id, name, homepage, folder FROM source'

export const getSource = (store: Store, id: number): SourceRow | undefined =>
  prepare<[number], SourceRow>(store, `${columns} WHERE id = ?`).get(id)

/** The sources that lie in a folder, also those without articles. */
export const sourcesInFolder = (store: Store, folder: string): SourceRow[] =>
  prepare<[string], SourceRow>(store, `${columns} WHERE folder = ?`).all(folder)

/** Writes what the reader may change of a source, under a new seal; its articles' rows in the lists follow. */
export function putSourceRow(store: Store, row: SourceRow): void {
  prepare(store, 'UPDATE source SET name = ?, folder = ?, seal = ? WHERE id = ?').run(
    row.name,
    row.folder,
    sourceSeal(row),
    row.id
  )
  prepare(store, 'UPDATE listing SET folder = ? WHERE source_id = ? AND folder IS NOT ?').run(
    row.folder,
    row.id,
    row.folder
  )
}

/** Whether another source of that site has the name. */
export function isNameTaken(store: Store, { id, homepage }: SourceRow, name: string): boolean {
  const sql = "SELECT 1 FROM source WHERE name = ? AND coalesce(homepage, '') = ? AND id <> ?"
  return pluck<[string, string, number], number>(store, sql).get(name, homepage ?? '', id) !== undefined
}

/** Every article of some sources. */
export function articlesOfSources(store: Store, sources: readonly number[]): number[] {
  const sql = 'SELECT id FROM article WHERE source_id IN (SELECT value FROM json_each(?))'
  return pluck<[string], number>(store, sql).all(JSON.stringify(sources))
}

/** The folders that the reader made: they stay when nothing lies in them. */
export function madeFolders(store: Store): string[] {
  const stored = pluck<[], string>(store, "SELECT value FROM setting WHERE name = 'folders'").get()
  const names: unknown = stored === undefined ? [] : JSON.parse(stored)
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []
}

export function putMadeFolders(store: Store, names: readonly string[]): void {
  const sorted = JSON.stringify([...new Set(names)].sort())
  prepare(store, "INSERT OR REPLACE INTO setting (name, value) VALUES ('folders', ?)").run(sorted)
}
