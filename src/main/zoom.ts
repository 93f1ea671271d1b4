import type { BrowserWindow } from 'electron'
import type { Settings } from './settings.ts'
import { nextZoom } from './zoom-steps.ts'

/** Makes everything in the window larger or smaller, now and at the next start. */
export function zoom(settings: Settings, window: BrowserWindow | null, to: 'in' | 'out' | 'usual'): number {
  const next = nextZoom(settings.values.zoom, to)
  settings.write({ zoom: next })
  window?.webContents.setZoomFactor(next / 100)
  return next
}

/** The wheel with Ctrl does the same as the keys; a page that is loaded takes the size that holds. */
export function keepZoom(settings: Settings, window: BrowserWindow): void {
  window.webContents.on('zoom-changed', (_event, direction) => void zoom(settings, window, direction))
  window.webContents.on('did-navigate', () => window.webContents.setZoomFactor(settings.values.zoom / 100))
}
