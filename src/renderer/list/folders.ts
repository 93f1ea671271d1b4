import type { ArticleRow } from '../../contract/contract.ts'

interface SourceNode {
  readonly name: string
  readonly articles: number
  readonly unread: number
}

export interface FolderNode {
  /** Null for the sources that lie in no folder. */
  readonly name: string | null
  readonly sources: readonly SourceNode[]
  readonly unread: number
}

/** Folders and their sources by name, then the sources that lie in none. */
export function foldersOf(rows: readonly ArticleRow[]): readonly FolderNode[] {
  const groups = Map.groupBy(rows, (row) => row.folder)
  const names = [...groups.keys()].toSorted((a, b) => (a === null ? 1 : b === null ? -1 : a.localeCompare(b)))
  return names.map((name) => {
    const members = groups.get(name) ?? []
    return { name, sources: sourcesOf(members), unread: unread(members) }
  })
}

function sourcesOf(rows: readonly ArticleRow[]): readonly SourceNode[] {
  return [...Map.groupBy(rows, (row) => row.source)]
    .map(([name, members]) => ({ name, articles: members.length, unread: unread(members) }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

function unread(rows: readonly ArticleRow[]): number {
  return rows.filter((row) => row.unseen > 0).length
}
