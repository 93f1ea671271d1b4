import { BrowserWindow, type Session } from 'electron'
import type { StoredPage, StoredThing } from '../../contract/captured.ts'
import { askLibrary } from '../ask-library.ts'
import type { LibraryHost } from '../library-host.ts'
import { keepReadingKeys } from '../reading-keys.ts'
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
  keepReadingKeys(window)
  return window
}
