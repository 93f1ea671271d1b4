import { BrowserWindow, type Session } from 'electron'
import type { StoredPage, StoredThing } from '../../contract/captured.ts'
import { askLibrary } from '../ask-library.ts'
import type { LibraryHost } from '../library-host.ts'
import { serveSnapshot, snapshotSession } from './session.ts'

interface Wanted {
  readonly revision: number
  readonly what: StoredThing
  readonly title: string
}

/** Shows what was kept of a version's page; false where nothing was. Throws `CallFailure` as the library does. */
export async function showSnapshot(host: LibraryHost, { revision, what, title }: Wanted): Promise<boolean> {
  const page = (await askLibrary(host, 'storedPage', { revision, what })) as StoredPage | null
  if (page === null) return false
  const window = openSnapshotWindow(await snapshotSession(), title)
  const { url, end } = serveSnapshot(page)
  window.once('closed', end)
  await window.loadURL(url)
  window.show()
  return true
}

/** A window for a page that nobody trusts: its scripts are off, and whatever it asks for is refused. */
function openSnapshotWindow(session: Session, title: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1100,
    height: 820,
    show: false,
    title,
    backgroundColor: '#ffffff',
    webPreferences: {
      session,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webgl: false,
      plugins: false,
      spellcheck: false,
      disableDialogs: true,
      navigateOnDragDrop: false,
      autoplayPolicy: 'document-user-activation-required'
    }
  })
  // The commands of the menu are about the window of the library; and the page does not choose what it is called.
  window.removeMenu()
  window.on('page-title-updated', (event) => event.preventDefault())
  window.webContents.setAudioMuted(true)
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  window.webContents.on('before-input-event', (_event, { type, key, control, meta }) => {
    if (type !== 'keyDown') return
    const isCommand = control || meta
    if (key === 'Escape' || (isCommand && key.toLowerCase() === 'w')) window.close()
    else if (isCommand) zoom(window, key)
  })
  return window
}

function zoom({ webContents }: BrowserWindow, key: string): void {
  if (key === '0') webContents.zoomLevel = 0
  else if (key === '+' || key === '=') webContents.zoomLevel = Math.min(6, webContents.zoomLevel + 0.5)
  else if (key === '-') webContents.zoomLevel = Math.max(-3, webContents.zoomLevel - 0.5)
}
