import { CallFailure } from '../contract/failure.ts'
import type { Filing } from '../contract/filing.ts'
import {
  articlesOfSources,
  getSource,
  isNameTaken,
  madeFolders,
  putMadeFolders,
  putSourceRow,
  sourcesInFolder
} from './store/filing.ts'
import type { Store } from './store/open.ts'

export interface Filed {
  /** What takes it back. */
  readonly back: Filing
  /** The articles whose rows say another folder now. */
  readonly articles: readonly number[]
}

/** Puts sources into folders, makes and drops folders: all of it or nothing. Sources that are gone are left out. */
export function file(store: Store, wanted: Filing): Filed {
  return store.transaction(() => fileAll(store, wanted)).immediate()
}

function fileAll(store: Store, { moves, make, drop }: Filing): Filed {
  const back = moves.flatMap((move) => {
    const row = getSource(store, move.source)
    if (row === undefined || row.folder === move.folder) return []
    putSourceRow(store, { ...row, folder: move.folder })
    return [{ source: row.id, folder: row.folder }]
  })
  const made = madeFolders(store)
  const names = (list: readonly string[]) => [...new Set(list.map((name) => name.trim()))]
  const added = names(make).filter((name) => !made.includes(name))
  const dropped = made.filter((name) => drop.includes(name) && !make.includes(name))
  if (added.length + dropped.length > 0) {
    putMadeFolders(store, [...made.filter((name) => !dropped.includes(name)), ...added])
  }
  const moved = back.map(({ source }) => source)
  return { back: { moves: back, make: dropped, drop: added }, articles: articlesOfSources(store, moved) }
}

const between = ' / '

/** The folder around a folder: `News` of `News / Local`; null at the top. */
function folderAround(folder: string): string | null {
  const at = folder.lastIndexOf(between)
  return at < 1 ? null : folder.slice(0, at)
}

/** Names a folder anew, where that folder is there already the two become one; null takes it away. */
export function renameFolder(store: Store, folder: string, to: string | null): Filed {
  return store
    .transaction(() => {
      const target = to === null ? folderAround(folder) : to.trim()
      const moves = sourcesInFolder(store, folder).map(({ id }) => ({ source: id, folder: target }))
      const wasMade = madeFolders(store).includes(folder)
      const make = to !== null && target !== null && (wasMade || moves.length === 0) ? [target] : []
      return fileAll(store, { moves, make, drop: [folder] })
    })
    .immediate()
}

/** Names a source anew; answers the name it had, or null where another source of that site has the new one. */
export function renameSource(store: Store, source: number, name: string): string | null {
  return store
    .transaction(() => {
      const row = getSource(store, source)
      if (row === undefined) throw new CallFailure('not-found', `source ${source}`)
      const next = name.trim()
      if (isNameTaken(store, row, next)) return null
      putSourceRow(store, { ...row, name: next })
      return row.name
    })
    .immediate()
}
