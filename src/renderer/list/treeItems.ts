import type { ListKey } from '../../contract/lists.ts'
import type { FolderNode } from './folders.ts'

/** A line of the folder tree. */
export interface TreeItem {
  readonly list: ListKey
  readonly name: string
  readonly unread: number
  readonly level: 1 | 2
  /** Whether a folder shows its sources; null for what cannot be opened. */
  readonly open: boolean | null
  /** Whether a feed brings its articles. */
  readonly feed: boolean
  /** Its place among those of its level that stand together, from 1, and how many those are. */
  readonly position: number
  readonly siblings: number
}

/** The lines of folders with their sources under them, and those of the sources that lie in no folder. */
export function treeItems(
  folders: readonly FolderNode[],
  closed: ReadonlySet<string>,
  feeds: ReadonlySet<number> = new Set<number>()
): { readonly inFolders: readonly TreeItem[]; readonly loose: readonly TreeItem[] } {
  const inFolders: TreeItem[] = []
  const loose: TreeItem[] = []
  const named = folders.filter(({ name }) => name !== null).length
  for (const [i, { name, sources, unread }] of folders.entries()) {
    const open = name !== null && !closed.has(name)
    const place = { position: i + 1, siblings: named }
    if (name !== null)
      inFolders.push({ list: { kind: 'folder', folder: name }, name, unread, level: 1, open, feed: false, ...place })
    const into = name === null ? loose : inFolders
    if (name !== null && !open) continue
    for (const [n, source] of sources.entries()) {
      const list = { kind: 'source', source: source.id } as const
      const place = { position: n + 1, siblings: sources.length }
      const level = name === null ? 1 : 2
      const feed = feeds.has(source.id)
      into.push({ list, name: source.name, unread: source.unread, level, open: null, feed, ...place })
    }
  }
  return { inFolders, loose }
}
