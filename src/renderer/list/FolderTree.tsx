import { useMemo, type RefObject } from 'react'
import type { ListKey, SourceCount } from '../../contract/lists.ts'
import { useFeeds } from '../tracking/queries.ts'
import { useStored } from '../ui/stored.ts'
import { foldersOf } from './folders.ts'
import { Tree } from './Tree.tsx'
import { treeItems, type TreeItem } from './treeItems.ts'

interface Props {
  readonly sources: readonly SourceCount[]
  /** Null while something is searched for. */
  readonly current: ListKey | null
  readonly scroller: RefObject<HTMLElement | null>
  readonly onChoose: (list: ListKey) => void
}

const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string')

/** Folders with their sources under them, and the sources that lie in no folder. */
export function FolderTree({ sources, current, scroller, onChoose }: Props) {
  const [closed, setClosed] = useStored('closedFolders', [], isNames)
  const folders = useMemo(() => foldersOf(sources), [sources])
  const feeds = useFeeds().data
  const { inFolders, loose } = useMemo(
    () => treeItems(folders, new Set(closed), new Set(feeds?.map(({ source }) => source))),
    [folders, closed, feeds]
  )
  const setOpen = ({ list }: TreeItem, open: boolean) => {
    if (list.kind !== 'folder') return
    const others = closed.filter((name) => name !== list.folder)
    setClosed(open ? others : [...others, list.folder])
  }
  const tree = { current, scroller, onChoose, onOpen: setOpen }
  return (
    <>
      {inFolders.length > 0 && <Tree title="Folders" items={inFolders} {...tree} />}
      {loose.length > 0 && <Tree title="Sources" items={loose} {...tree} />}
    </>
  )
}
