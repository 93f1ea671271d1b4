import { BrowserWindow } from 'electron'
import { t } from '../../catalogue/words.ts'
import { keepReadingKeys } from '../reading-keys.ts'
import { guideOrigin, guideSession } from './session.ts'

export interface GuideParts {
  /** The folder of the pages, as the build wrote them. */
  readonly folder: string
  /** Opens an address of the web in the system's browser. */
  readonly openExternal: (url: string) => Promise<unknown>
}

let window: BrowserWindow | null = null

/** Shows the user guide in a window of its own; one that is open comes to the front. */
export async function showGuide(parts: GuideParts): Promise<null> {
  if (window !== null) {
    window.focus()
    return null
  }
  const opened = openGuideWindow(parts)
  window = opened
  opened.once('closed', () => (window = null))
  await opened.loadURL(`${guideOrigin}/index.html`)
  opened.show()
  return null
}

function openGuideWindow({ folder, openExternal }: GuideParts): BrowserWindow {
  const guide = new BrowserWindow({
    width: 1100,
    height: 820,
    show: false,
    title: t('action.guide'),
    webPreferences: {
      session: guideSession(folder),
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webgl: false,
      plugins: false,
      spellcheck: false,
      navigateOnDragDrop: false
    }
  })
  // The commands of the menu are about the window of the library.
  guide.removeMenu()
  keepReadingKeys(guide)
  // The window itself goes only from page to page of the guide: the lock-down of all windows sees to that.
  guide.webContents.on('will-navigate', ({ url }) => {
    if (/^https?:/u.test(url)) void openExternal(url)
  })
  return guide
}
