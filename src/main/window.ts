import { BrowserWindow, nativeTheme, screen } from 'electron'
import { leastSize, placedOn } from './bounds.ts'
import type { Settings } from './settings.ts'

export interface WindowParts {
  readonly url: string
  readonly preload: string
  readonly settings: Settings
}

/** Opens the window as it was left. It is shown when its first frame is painted, in its own paper colour until then. */
export function openWindow({ url, preload, settings }: WindowParts): BrowserWindow {
  const left = settings.values.window
  const window = new BrowserWindow({
    ...placedOn(workAreas(), left),
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    show: false,
    title: 'Palimpsest',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1c1f' : '#ffffff',
    autoHideMenuBar: true,
    // In the middle of the header line.
    ...(process.platform === 'darwin'
      ? { titleBarStyle: 'hiddenInset' as const, trafficLightPosition: { x: 18, y: 19 } }
      : {}),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false
    }
  })
  if (left?.maximised === true) window.maximize()
  window.once('ready-to-show', () => window.show())
  keepPlace(settings, window)
  void window.loadURL(url)
  return window
}

/** The displays without what the system keeps of them, the main one first. */
function workAreas(): Electron.Rectangle[] {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  return [main, ...others].map(({ workArea }) => workArea)
}

/** Writes down where the window lies, once it rests and when it is closed. */
function keepPlace(settings: Settings, window: BrowserWindow): void {
  let timer: NodeJS.Timeout | undefined
  const write = (): void => {
    clearTimeout(timer)
    const place = { ...window.getNormalBounds(), maximised: window.isMaximized() }
    if (JSON.stringify(place) !== JSON.stringify(settings.values.window)) settings.write({ window: place })
  }
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(write, 500)
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.on('close', write)
  window.on('closed', () => clearTimeout(timer))
}
