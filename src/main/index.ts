import { app, ipcMain, Menu, nativeTheme, net, session } from 'electron'
import { join } from 'node:path'
import { readLink, type ArticleLink } from '../contract/link.ts'
import { libraryName, settingsName } from '../contract/place.ts'
import { hiddenSwitch, readBackground, startedHidden } from './background.ts'
import { showBadge } from './badge.ts'
import { keepFieldMenu } from './context-menu.ts'
import { openDesk } from './desk.ts'
import { actionInArguments } from './desktop-actions.ts'
import { forgetDragged } from './drag-out.ts'
import { filesHandedOver, filesInArguments, handOver, linkInArguments } from './files.ts'
import { Front } from './front.ts'
import { mayGoInGuide } from './guide/session.ts'
import { LibraryHost } from './library-host.ts'
import { speak, switchLanguage } from './language.ts'
import { lockContents, lockSession } from './lockdown.ts'
import { AppMenu } from './menu.ts'
import { Notifier } from './notifier.ts'
import { isCapture } from './render/capture-session.ts'
import { ownFolder } from './own-folder.ts'
import { Renders } from './render/renders.ts'
import { declareScheme, serveUi } from './scheme.ts'
import { Settings } from './settings.ts'
import { answerShell, isOurs } from './shell.ts'
import { watchSystem } from './system-state.ts'
import { readTheme, setTheme } from './theme.ts'
import { TrayIcon } from './tray.ts'
import { Updating } from './updating.ts'
import { uiOrigin } from './ui-file.ts'
import { openWindow } from './window.ts'
import { keepZoom } from './zoom.ts'

const here = import.meta.dirname
/** Only while developing: the page comes from the development server, so that it can change while it runs. */
const devServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const origin = devServer === undefined ? uiOrigin : new URL(devServer).origin
const data = ownFolder()

const settings = new Settings(join(data, settingsName))
const resources = app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'resources')
const files = filesInArguments(process.argv.slice(process.defaultApp ? 2 : 1), process.cwd())
const front = new Front(
  () => {
    const window = openWindow({
      url: devServer ?? `${uiOrigin}/index.html`,
      preload: join(here, '../preload/index.cjs'),
      settings
    })
    keepZoom(settings, window)
    keepFieldMenu(window)
    return window
  },
  () => {
    if (process.platform !== 'darwin' && !tray.isShown) app.quit()
  }
)
const renders = new Renders()
const tray = new TrayIcon({
  icons: join(resources, 'tray'),
  open: () => front.raise(),
  quit: () => app.quit(),
  send: (command) => host?.tell({ tray: command })
})
const notifier = new Notifier({
  isWatched: () => front.isWatched,
  onClick: ({ article, older, newer }) => {
    front.raise()
    front.whenReady(() => front.tell('openPair', { article, older, newer }))
  }
})
let host: LibraryHost | null = null
const unopened: string[] = []

// Ours comes with the window; Electron would make one of its own until then.
Menu.setApplicationMenu(null)
declareScheme()
lockContents({ mayRedirect: isCapture, mayGo: mayGoInGuide })
// A stored page must not ask for names (`<link rel=dns-prefetch>` does), nor one that is captured behind its proxy. No session can
// refuse it: it is no request. Chromium's own switch for it, dns-prefetch-disable, does nothing in Electron.
app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false')
switchLanguage(settings)
take(files)
openLink(linkInArguments(process.argv))
obey(process.argv)
if (app.requestSingleInstanceLock(handOver(files))) void app.whenReady().then(start)
else app.quit()

function start(): void {
  speak(settings)
  nativeTheme.themeSource = settings.values.theme
  lockSession(session.defaultSession, devServer === undefined ? [] : [origin, origin.replace('http', 'ws')])
  serveUi(session.defaultSession, join(here, '../renderer'))
  tray.show(readBackground(settings).tray)
  // Its page takes longest, so it is asked for first; whom it asks is there when it does.
  if (!(tray.isShown && startedHidden(process.argv))) front.raise()
  const usual = join(data, libraryName)
  const library = startLibrary(settings.values.library ?? usual, usual)
  host = library
  const menu = new AppMenu(
    {
      send: (command) => front.tell('menu', { command }),
      setTheme: (source) => void setTheme(settings, source)
    },
    settings.values.keymap
  )
  if (front.window === null) menu.refresh()
  else front.window.once('ready-to-show', () => menu.refresh())
  answerShell({
    window: () => front.window,
    origin,
    resources,
    guide: join(here, '../guide'),
    library: { host: library, settings, usual, window: () => front.window },
    updating: new Updating(settings, (version) => front.tell('newer', { version })),
    onReady: () => front.ready(),
    onBackground: (background) => tray.show(background.tray),
    onLanguage: () => {
      menu.refresh()
      tray.showAnew()
      front.window?.webContents.reload()
    },
    onKeymap: (keymap) => menu.setKeymap(keymap),
    onOffered: (actions) => menu.setOffered(actions)
  })
  ipcMain.on('library-port', (event) => {
    if (front.window !== null && isOurs(event, front.window, origin)) library.connect(front.window)
  })
  nativeTheme.on('updated', () => {
    front.tell('theme', readTheme())
    menu.refresh()
  })
  app.on('accessibility-support-changed', (_event, runs) => front.tell('screenReader', runs))
  watchSystem((state) => library.tell({ system: state }))
}

function startLibrary(path: string, usual: string): LibraryHost {
  const config = {
    path,
    mustExist: path !== usual,
    samples: join(resources, 'sample-library'),
    nativeBinding: app.isPackaged ? undefined : process.env['PALIMPSEST_SQLITE_BINDING']
  }
  const desk = openDesk({
    renders,
    notify: (notices) => notifier.add(notices),
    onChecking: ({ paused }) => tray.setPaused(paused),
    onUnread: (unread) => showBadge(unread, front.window)
  })
  return new LibraryHost(join(here, 'library-process.js'), config, {
    desk,
    onState: (state) => {
      front.tell('library', state)
      // One that was just started does not know.
      if (state.state === 'ready' && !net.isOnline()) host?.tell({ system: 'offline' })
    }
  })
}

/** What the command line, or a second launch, asks to see. */
function openLink(link: ArticleLink | null | undefined): void {
  if (link !== undefined) front.whenReady(() => front.tell('openLink', { link }))
}

/** Files that come before the window is ready are handed over together. */
function take(paths: readonly string[]): void {
  unopened.push(...paths)
  front.whenReady(() => {
    const taken = unopened.splice(0)
    if (taken.length > 0) front.tell('openFiles', { paths: taken })
  })
}

/** What the menu of the application's icon was asked for. */
function obey(args: readonly string[]): void {
  const command = actionInArguments(args)
  if (command !== null) front.whenReady(() => front.tell('menu', { command }))
}

// Never comes before the app is ready.
app.on('second-instance', (_event, argv, _cwd, handedOver) => {
  if (!argv.includes(hiddenSwitch)) front.raise()
  take(filesHandedOver(handedOver))
  openLink(linkInArguments(argv))
  obey(argv)
})
app.on('open-file', (event, path) => {
  event.preventDefault()
  take([path])
  if (app.isReady()) front.raise()
})
// On macOS the system hands links over so, those of other applications among them.
app.on('open-url', (event, url) => {
  event.preventDefault()
  openLink(readLink(url))
  if (app.isReady()) front.raise()
})
app.on('activate', () => {
  if (app.isReady()) front.raise()
})
// The window says itself when it is closed; those of captures count for nothing.
app.on('window-all-closed', () => undefined)
app.on('before-quit', () => {
  host?.letEnd()
  renders.stopAll()
  void forgetDragged()
})
app.on('will-quit', (event) => {
  const stopped = host?.stop() ?? null
  host = null
  if (stopped === null) return
  event.preventDefault()
  void stopped.then(() => app.quit())
})
