import type { SourceCount } from '../../contract/lists.ts'

export interface FolderNode {
  /** Null for the sources that lie in no folder. */
  readonly name: string | null
  readonly sources: readonly SourceCount[]
  /** Articles with an unread change. */
  readonly unread: number
}

const { compare } = new Intl.Collator(undefined, { numeric: true })

/** Folders and their sources by name, then the sources that lie in none. */
export function foldersOf(sources: readonly SourceCount[]): readonly FolderNode[] {
  const groups = Map.groupBy(sources, ({ folder }) => folder)
  const names = [...groups.keys()].toSorted((a, b) => (a === null ? 1 : b === null ? -1 : compare(a, b)))
  return names.map((name) => {
    const members = (groups.get(name) ?? []).toSorted((a, b) => compare(a.name, b.name) || a.id - b.id)
    return { name, sources: members, unread: members.reduce((sum, { unread }) => sum + unread, 0) }
  })
}
