import { FolderPlus } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import type { ListKey, SourceCount } from '../../contract/lists.ts'
import { t } from '../../catalogue/words.ts'
import { useActs } from '../app/ActsContext.tsx'
import { listId } from '../app/place.ts'
import { useFeeds } from '../tracking/queries.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { useStored } from '../ui/stored.ts'
import type { Dragged } from './dragging.ts'
import { useFiling } from './FilingContext.tsx'
import { folderNames, foldersOf } from './folders.ts'
import { Tree, type TreeActs } from './Tree.tsx'
import { treeItems, type TreeItem } from './treeItems.ts'
import { newFolderName, useFile } from './useFile.ts'

interface Props {
  readonly sources: readonly SourceCount[]
  readonly made: readonly string[]
  /** Null while something is searched for. */
  readonly current: ListKey | null
  readonly scroller: RefObject<HTMLElement | null>
  readonly onChoose: (list: ListKey) => void
}

const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string')

/** Folders with their sources under them, and the sources that lie in no folder. */
export function FolderTree({ sources, made, current, scroller, onChoose }: Props) {
  const [closed, setClosed] = useStored('closedFolders', [], isNames)
  const [naming, setNaming] = useState<string | null>(null)
  const folders = useMemo(() => foldersOf(sources, made), [sources, made])
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
  const acts = useTreeActs(sources, naming, setNaming)
  const { make } = useFile()
  const makeFolder = () => {
    const folder = newFolderName(folderNames({ sources, folders: made }))
    make(folder)
    setNaming(listId({ kind: 'folder', folder }))
  }
  const tree = { current, scroller, onChoose, onOpen: setOpen, acts }
  const add = <IconButton icon={FolderPlus} label={t('filing.new')} className="nav-add" onPress={makeFolder} />
  return (
    <>
      <Tree title={t('side.folders')} items={inFolders} head={add} into={null} {...tree} />
      {loose.length > 0 && <Tree title={t('side.sources')} items={loose} head={null} into="out" {...tree} />}
    </>
  )
}

/** What can be done to a line of the tree, by its menu, by keys, and by dragging. */
function useTreeActs(
  sources: readonly SourceCount[],
  naming: string | null,
  setNaming: (list: string | null) => void
): TreeActs {
  const file = useFile()
  const { act } = useActs()
  const { moveSources, sourcesOf } = useFiling()
  const returnTo = useReturn()
  const nameOf = ({ list, name }: TreeItem, next: string) => {
    setNaming(null)
    const text = next.trim()
    if (text === '' || text === name) return
    if (list.kind === 'folder' && document.activeElement?.closest('[role=treeitem]') !== null)
      returnTo(listId({ ...list, folder: text }))
    if (list.kind === 'folder') file.rename(list.folder, text)
    if (list.kind === 'source') file.renameSource(list.source, text)
  }
  const drop = (dragged: Dragged, folder: string | null) => {
    if (dragged.kind === 'source') {
      const found = sources.filter(({ id }) => id === dragged.source)
      return file.move(found, folder)
    }
    act(async () => file.move(await sourcesOf(dragged.articles), folder))
  }
  return {
    naming,
    onRename: ({ list }) => setNaming(listId(list)),
    onNamed: nameOf,
    onDelete: ({ list }) => list.kind === 'folder' && file.remove(list.folder),
    onMove: ({ list }) => list.kind === 'source' && moveSources([list.source]),
    onDrop: drop,
    folderOf: ({ list }) => {
      if (list.kind === 'folder') return list.folder
      return list.kind === 'source' ? (sources.find(({ id }) => id === list.source)?.folder ?? null) : null
    }
  }
}

/** A folder that was named anew is another line of the tree: the focus goes to it once it is there. */
function useReturn(): (list: string) => void {
  const wanted = useRef<string | null>(null)
  useEffect(() => {
    const line =
      wanted.current === null
        ? null
        : document.querySelector<HTMLElement>(`[data-list="${CSS.escape(wanted.current)}"]`)
    if (line === null) return
    wanted.current = null
    line.focus()
  })
  return (list) => {
    wanted.current = list
  }
}
