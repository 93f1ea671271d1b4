import type { Filing } from '../../contract/filing.ts'
import type { SourceCount } from '../../contract/lists.ts'
import { t } from '../../catalogue/words.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'
import { useWhere } from '../app/PlaceContext.tsx'

/** The name of a new folder that none has yet. */
export function newFolderName(taken: readonly string[]): string {
  const first = t('filing.newName')
  if (!taken.includes(first)) return first
  for (let n = 2; ; n++) {
    const name = t('filing.newNumbered', { n })
    if (!taken.includes(name)) return name
  }
}

/** Filing, with undo: sources into folders, folders made, named anew and deleted. */
export function useFile() {
  const { act, did, tell } = useActs()
  const { place, go } = useWhere()
  const { library } = window.palimpsest
  const isOpen = (folder: string) => place.list.kind === 'folder' && place.list.folder === folder
  const show = (folder: string) => go({ type: 'list', list: { kind: 'folder', folder } })
  const back = (filing: Filing, words: string) => async () => {
    await valueOf(library.file({ moves: [...filing.moves], make: [...filing.make], drop: [...filing.drop] }))
    return words
  }
  const move = async (sources: readonly SourceCount[], folder: string | null) => {
    const moves = sources.map(({ id }) => ({ source: id, folder }))
    const filing = await valueOf(library.file({ moves, make: folder === null ? [] : [folder], drop: [] }))
    if (filing.moves.length === 0) return tell(t('filing.same'))
    const about = { n: sources.length, name: sources[0]?.name ?? '', folder: folder ?? '' }
    did(t(folder === null ? 'filing.didOut' : 'filing.did', about), back(filing, t('filing.undid')))
  }
  const rename = async (folder: string, to: string) => {
    const filing = await valueOf(library.renameFolder({ folder, to }))
    if (isOpen(folder)) show(to)
    did(t('filing.renamed', { from: folder, to }), async () => {
      const words = await back(filing, t('filing.renamedBack', { name: folder }))()
      if (isOpen(to) || isOpen(folder)) show(folder)
      return words
    })
  }
  const remove = async (folder: string) => {
    const filing = await valueOf(library.renameFolder({ folder, to: null }))
    if (isOpen(folder)) go({ type: 'list', list: { kind: 'smart', name: 'all' } })
    const words = t('filing.deleted', { name: folder, n: filing.moves.length })
    did(words, back(filing, t('filing.restored', { name: folder })))
  }
  const renameSource = async (source: number, name: string) => {
    const before = await valueOf(library.renameSource({ source, name }))
    if (before === null) return tell(t('filing.taken', { name }))
    did(t('filing.renamed', { from: before, to: name }), async () => {
      await valueOf(library.renameSource({ source, name: before }))
      return t('filing.renamedBack', { name: before })
    })
  }
  return {
    move: (sources: readonly SourceCount[], folder: string | null) => act(() => move(sources, folder)),
    /** Makes an empty folder; nothing is said, because its name is asked for at once. */
    make: (folder: string) =>
      act(async () => void (await valueOf(library.file({ moves: [], make: [folder], drop: [] })))),
    rename: (folder: string, to: string) => act(() => rename(folder, to)),
    remove: (folder: string) => act(() => remove(folder)),
    renameSource: (source: number, name: string) => act(() => renameSource(source, name))
  }
}
