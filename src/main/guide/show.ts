import { BrowserWindow } from 'electron'
import { t } from '../../catalogue/words.ts'
import { keepReadingKeys } from '../reading-keys.ts'
import { guideFile, guideOrigin, guideSession } from './session.ts'

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
  // No window may go elsewhere by itself: a link that was followed is looked at here, and loaded where it is one of ours.
  guide.webContents.on('will-navigate', ({ url }) => {
    if (guideFile(url) !== null) void guide.loadURL(url)
    else if (/^https?:/u.test(url)) void openExternal(url)
  })
  return guide
}
