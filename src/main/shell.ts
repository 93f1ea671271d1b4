import {
  app,
  clipboard,
  dialog,
  ipcMain,
  shell,
  type BrowserWindow,
  type IpcMainEvent,
  type IpcMainInvokeEvent
} from 'electron'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { t } from '../catalogue/words.ts'
import type { ActionId, Keymap } from '../contract/actions.ts'
import { openDoor, type Handlers } from '../contract/door.ts'
import { CallFailure } from '../contract/failure.ts'
import {
  shellRequests,
  type About,
  type Background,
  type Licence,
  type ShellAnswers,
  type ShellEvents
} from '../contract/shell.ts'
import { readBackground, setBackground } from './background.ts'
import { popUp } from './context-menu.ts'
import { dragOut } from './drag-out.ts'
import { chooseLanguage, readLanguage } from './language.ts'
import { chooseLibrary, useUsualLibrary, type LibraryPlace } from './library-place.ts'
import { showGuide } from './guide/show.ts'
import { showSnapshot } from './snapshot/show.ts'
import { savingHandlers } from './saving.ts'
import { readTheme, setTheme } from './theme.ts'
import type { Updating } from './updating.ts'
import { zoom } from './zoom.ts'

export interface ShellParts {
  readonly window: () => BrowserWindow | null
  readonly origin: string
  /** The folder of what comes with the application beside its code. */
  readonly resources: string
  /** The folder of the user guide, as the build wrote it. */
  readonly guide: string
  readonly library: LibraryPlace
  readonly updating: Updating
  readonly onReady: () => void
  readonly onBackground: (background: Background) => void
  readonly onLanguage: () => void
  readonly onKeymap: (keymap: Keymap) => void
  readonly onOffered: (actions: readonly ActionId[]) => void
}

type Sender = Pick<IpcMainEvent | IpcMainInvokeEvent, 'sender' | 'senderFrame'>

/** Whether a message comes from the main frame of our window, showing our page; from nobody else is one taken. */
export function isOurs({ sender, senderFrame }: Sender, window: BrowserWindow | null, origin: string): boolean {
  if (window === null || senderFrame === null || senderFrame === undefined) return false
  const ours = sender === window.webContents && senderFrame === window.webContents.mainFrame
  return ours && new URL(senderFrame.url).href.startsWith(`${origin}/`)
}

/** Answers the calls of the `shell` contract. */
export function answerShell(parts: ShellParts): void {
  const door = openDoor(shellRequests, handlers(parts), (error) => console.error(error))
  ipcMain.handle('shell', (event, name: unknown, args: unknown) =>
    isOurs(event, parts.window(), parts.origin) ? door(name, args) : { error: { code: 'foreign-sender', detail: '' } }
  )
}

/** Tells a window something it did not ask for. */
export function tellWindow<K extends keyof ShellEvents>(
  window: BrowserWindow | null,
  event: K,
  payload: ShellEvents[K]
): void {
  window?.webContents.send('shell-event', event, payload)
}

function handlers(parts: ShellParts): Handlers<typeof shellRequests, ShellAnswers & Record<string, unknown>> {
  return {
    about: () => about(parts.library),
    licences: () => readLicences(parts.resources),
    chooseFiles: () => chooseFiles(parts.window()),
    chooseFolder: () => chooseFolder(parts.window()),
    ...savingHandlers(parts.window),
    openExternal: ({ url }) => openExternal(url),
    clipboardLink,
    theme: readTheme,
    screenReader: () => app.accessibilitySupportEnabled,
    setTheme: ({ source }) => setTheme(parts.library.settings, source),
    language: () => readLanguage(parts.library.settings),
    setLanguage: ({ choice }) => {
      const language = chooseLanguage(parts.library.settings, choice)
      // The answer goes first: the window that asked is about to be loaded anew.
      setImmediate(parts.onLanguage)
      return language
    },
    libraryState: () => parts.library.host.state,
    chooseLibrary: ({ kind }) => chooseLibrary(parts.library, kind),
    usualLibrary: () => useUsualLibrary(parts.library),
    reopenLibrary: () => parts.library.host.open({}),
    background: () => readBackground(parts.library.settings),
    setBackground: (chosen) => {
      const background = setBackground(parts.library.settings, chosen)
      parts.onBackground(background)
      return background
    },
    keymap: () => parts.library.settings.values.keymap,
    setKeymap: ({ keymap }) => {
      parts.library.settings.write({ keymap })
      parts.onKeymap(keymap)
      return keymap
    },
    offer: ({ actions }) => {
      parts.onOffered(actions)
      return null
    },
    zoom: ({ to }) => zoom(parts.library.settings, parts.window(), to),
    contextMenu: (asked) => {
      const window = parts.window()
      return window === null ? null : popUp(window, asked, parts.library.settings.values.keymap)
    },
    showSnapshot: (wanted) => showSnapshot(parts.library.host, wanted),
    showGuide: () => showGuide({ folder: parts.guide, openExternal }),
    dragOut: (file) => dragOut(parts.window(), { ...file, icon: join(parts.resources, 'tray', 'tray.png') }),
    updates: () => parts.updating.choice,
    setUpdates: ({ on }) => parts.updating.choose(on),
    findUpdate: () => parts.updating.find(),
    ready: () => {
      parts.onReady()
      return null
    }
  }
}

/** Only an address of a page leaves the clipboard, and nothing else that lies there. */
async function clipboardLink(): Promise<string | null> {
  const text = (await clipboard.readText()).trim()
  if (text.length > 8192 || !/^https?:\/\/\S+$/iu.test(text)) return null
  return URL.canParse(text) ? text : null
}

function about({ host, usual }: LibraryPlace): About {
  const { chrome, electron, node } = process.versions
  const runtime = process.env['PALIMPSEST_RUNTIME'] ?? `Electron ${electron}`
  return { version: app.getVersion(), runtime, chrome, node, library: host.path, isUsualPlace: host.path === usual }
}

/** Made by `scripts/licences.mjs`. */
async function readLicences(resources: string): Promise<readonly Licence[]> {
  return JSON.parse(await readFile(join(resources, 'licences.json'), 'utf8')) as readonly Licence[]
}

async function chooseFiles(window: BrowserWindow | null): Promise<readonly string[]> {
  if (window === null) return []
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile', 'multiSelections'],
    filters: [
      // The first one is what is shown: what a file is, is found out by what it holds.
      { name: t('shell.files.all'), extensions: ['*'] },
      { name: t('shell.files.packages'), extensions: ['palimpsest', 'wacz'] },
      { name: t('shell.files.pages'), extensions: ['html', 'htm', 'xhtml', 'mhtml', 'mht', 'epub', 'pdf'] },
      { name: t('shell.files.articles'), extensions: ['txt', 'text', 'md', 'json'] },
      {
        name: t('shell.files.archives'),
        extensions: ['warc', 'gz', 'wacz', 'zip', 'db', 'sqlite', 'sql', 'csv', 'opml']
      }
    ]
  })
  return filePaths
}

async function chooseFolder(window: BrowserWindow | null): Promise<readonly string[]> {
  if (window === null) return []
  return (await dialog.showOpenDialog(window, { properties: ['openDirectory'] })).filePaths
}

/** The schema has let only http and https through; the URL is parsed once more because this leaves the application. */
async function openExternal(url: string): Promise<null> {
  const { protocol, href } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') throw new CallFailure('bad-arguments', 'openExternal')
  await shell.openExternal(href)
  return null
}
