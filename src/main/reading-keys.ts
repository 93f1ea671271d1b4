import type { BrowserWindow } from 'electron'

/** The keys of a window without a menu that only shows something: Esc and Ctrl+W close it, Ctrl with + - 0 zooms, Alt with an arrow goes back and on. */
export function keepReadingKeys(window: BrowserWindow): void {
  const { navigationHistory } = window.webContents
  window.webContents.on('before-input-event', (_event, { type, key, control, meta, alt }) => {
    if (type !== 'keyDown') return
    const isCommand = control || meta
    if (key === 'Escape' || (isCommand && key.toLowerCase() === 'w')) window.close()
    else if (isCommand) zoom(window, key)
    else if (alt && key === 'ArrowLeft' && navigationHistory.canGoBack()) navigationHistory.goBack()
    else if (alt && key === 'ArrowRight' && navigationHistory.canGoForward()) navigationHistory.goForward()
  })
}

function zoom({ webContents }: BrowserWindow, key: string): void {
  if (key === '0') webContents.zoomLevel = 0
  else if (key === '+' || key === '=') webContents.zoomLevel = Math.min(6, webContents.zoomLevel + 0.5)
  else if (key === '-') webContents.zoomLevel = Math.max(-3, webContents.zoomLevel - 0.5)
}
