import { app, ipcMain, nativeTheme, session, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import { filesHandedOver, filesInArguments } from './files.ts'
import { LibraryHost } from './library-host.ts'
import { libraryName } from './library-place.ts'
import { lockContents, lockSession } from './lockdown.ts'
import { setMenu } from './menu.ts'
import { declareScheme, serveUi } from './scheme.ts'
import { Settings } from './settings.ts'
import { answerShell, isOurs, tellWindow } from './shell.ts'
import { readTheme, setTheme } from './theme.ts'
import { uiOrigin } from './ui-file.ts'
import { openWindow } from './window.ts'

const here = import.meta.dirname
/** Only while developing: the page comes from the development server, so that it can change while it runs. */
const devServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const origin = devServer === undefined ? uiOrigin : new URL(devServer).origin
const data = process.env['PALIMPSEST_DATA']
if (data !== undefined && data !== '') app.setPath('userData', data)

const files = filesInArguments(process.argv.slice(process.defaultApp ? 2 : 1), process.cwd())
let window: BrowserWindow | null = null
let host: LibraryHost | null = null
/** Files to open that no window could take yet; null once the window takes them as they come. */
let waiting: string[] | null = [...files]

declareScheme()
lockContents()
if (app.requestSingleInstanceLock({ files })) void app.whenReady().then(start)
else app.quit()

function start(): void {
  const settings = new Settings(join(app.getPath('userData'), 'settings.json'))
  nativeTheme.themeSource = settings.values.theme
  lockSession(session.defaultSession, devServer === undefined ? [] : [origin, origin.replace('http', 'ws')])
  serveUi(session.defaultSession, join(here, '../renderer'))
  const usual = join(app.getPath('userData'), libraryName)
  const path = settings.values.library ?? usual
  const library = new LibraryHost(
    join(here, 'library-process.js'),
    {
      path,
      mustExist: path !== usual,
      samples: join(app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'resources'), 'sample-library'),
      nativeBinding: app.isPackaged ? undefined : process.env['PALIMPSEST_SQLITE_BINDING']
    },
    (state) => tellWindow(window, 'library', state)
  )
  host = library
  answerShell({
    window: () => window,
    origin,
    library: { host: library, settings, usual, window: () => window },
    onReady: handOver
  })
  ipcMain.on('library-port', (event) => {
    if (window !== null && isOurs(event, window, origin)) library.connect(window)
  })
  setMenu(
    (command) => tellWindow(window, 'menu', { command }),
    (source) => void setTheme(settings, source)
  )
  nativeTheme.on('updated', () => tellWindow(window, 'theme', readTheme()))
  open()
}

function open(): void {
  window = openWindow(devServer ?? `${uiOrigin}/index.html`, join(here, '../preload/index.cjs'))
  window.on('closed', () => {
    window = null
    waiting ??= []
  })
}

/** The window can take files now: those of the command line first. */
function handOver(): void {
  const paths = waiting ?? []
  waiting = null
  if (paths.length > 0) tellWindow(window, 'openFiles', { paths })
}

function take(paths: readonly string[]): void {
  if (waiting !== null) waiting.push(...paths)
  else if (paths.length > 0) tellWindow(window, 'openFiles', { paths })
}

function raise(): void {
  if (window === null) return open()
  if (window.isMinimized()) window.restore()
  window.focus()
}

// Never comes before the app is ready.
app.on('second-instance', (_event, _argv, _cwd, handedOver) => {
  raise()
  take(filesHandedOver(handedOver))
})
app.on('open-file', (event, path) => {
  event.preventDefault()
  take([path])
  if (app.isReady()) raise()
})
app.on('activate', () => {
  if (app.isReady()) raise()
})
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit()
})
app.on('before-quit', () => host?.letEnd())
app.on('will-quit', (event) => {
  const stopped = host?.stop() ?? null
  host = null
  if (stopped === null) return
  event.preventDefault()
  void stopped.then(() => app.quit())
})
