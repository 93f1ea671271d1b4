import type { Counts, SourceCount } from '../../contract/lists.ts'

export interface FolderNode {
  /** Null for the sources that lie in no folder. */
  readonly name: string | null
  readonly sources: readonly SourceCount[]
  /** Articles with an unread change. */
  readonly unread: number
}

const { compare } = new Intl.Collator(undefined, { numeric: true })

/** Folders and their sources by name, also those that only the reader made, then the sources that lie in none. */
export function foldersOf(sources: readonly SourceCount[], made: readonly string[] = []): readonly FolderNode[] {
  const groups = Map.groupBy(sources, ({ folder }) => folder)
  const all = new Set([...groups.keys(), ...made])
  const names = [...all].toSorted((a, b) => (a === null ? 1 : b === null ? -1 : compare(a, b)))
  return names.map((name) => {
    const members = (groups.get(name) ?? []).toSorted((a, b) => compare(a.name, b.name) || a.id - b.id)
    return { name, sources: members, unread: members.reduce((sum, { unread }) => sum + unread, 0) }
  })
}

/** The names of all folders, in their order. */
export function folderNames({ sources, folders }: Pick<Counts, 'sources' | 'folders'>): readonly string[] {
  return foldersOf(sources, folders).flatMap(({ name }) => name ?? [])
}
