import { dialog, type BrowserWindow } from 'electron'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { t } from '../catalogue/words.ts'
import { libraryName } from '../contract/place.ts'
import type { LibraryHost } from './library-host.ts'
import type { Settings } from './settings.ts'

export interface LibraryPlace {
  readonly host: LibraryHost
  readonly settings: Settings
  /** Where the library lies unless another was chosen. */
  readonly usual: string
  readonly window: () => BrowserWindow | null
}

/** Lets the reader choose a folder or a file and opens the library there, also at every later start. */
export async function chooseLibrary(place: LibraryPlace, kind: 'folder' | 'file'): Promise<boolean> {
  const window = place.window()
  if (window === null) return false
  const { filePaths } = await dialog.showOpenDialog(window, optionsOf(kind))
  const [chosen] = filePaths
  if (chosen === undefined) return false
  await openAt(place, kind === 'folder' ? join(chosen, libraryName) : chosen)
  return true
}

const optionsOf = (kind: 'folder' | 'file'): Electron.OpenDialogOptions =>
  kind === 'folder'
    ? { title: t('shell.chooseFolder'), properties: ['openDirectory', 'createDirectory'] }
    : {
        title: t('shell.chooseLibrary'),
        properties: ['openFile'],
        filters: [
          { name: t('shell.files.libraries'), extensions: ['palimpsest-db'] },
          { name: t('shell.files.all'), extensions: ['*'] }
        ]
      }

/** Opens the library in the usual place, also at every later start. */
export async function useUsualLibrary(place: LibraryPlace): Promise<null> {
  await openAt(place, place.usual)
  return null
}

/** In a folder chosen just now a library may be made; later, one that is gone is on a disk that is not there. */
async function openAt({ host, settings, usual }: LibraryPlace, path: string): Promise<void> {
  settings.write({ library: path === usual ? undefined : path })
  await host.open({ path, mustExist: path !== usual && existsSync(path) })
}
