import { app, BrowserWindow, type Session } from 'electron'
import type { RenderRequest } from '../../contract/process.ts'
import type { Stopping } from './stop.ts'

/** Kilobytes of memory that the process of one page may take. */
const mostMemory = 1_500_000

export const pageWidth = 1280

/** A window that is never shown, for a page that nobody trusts. What stops the page is told to `stopping`. */
export function openCaptureWindow(session: Session, stopping: Stopping): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    width: pageWidth,
    height: 1024,
    useContentSize: true,
    focusable: false,
    skipTaskbar: true,
    webPreferences: {
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      plugins: false,
      spellcheck: false,
      disableDialogs: true,
      backgroundThrottling: false,
      autoplayPolicy: 'document-user-activation-required',
      navigateOnDragDrop: false
    }
  })
  const contents = window.webContents
  contents.setAudioMuted(true)
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.on('select-client-certificate', (event, _url, _list, choose) => {
    event.preventDefault()
    ;(choose as () => void)()
  })
  contents.once('render-process-gone', (_event, { reason }) =>
    stopping.stop('bad-response', `the page ended: ${reason}`)
  )
  contents.once('unresponsive', () => stopping.stop('timeout', 'the page does not respond'))
  watchMemory(window, stopping)
  return window
}

/** Ends the page whatever it is doing. */
export function closeCaptureWindow(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  const { webContents } = window
  // A page that never comes to rest would not notice that its window is gone.
  if (!webContents.isCrashed()) webContents.forcefullyCrashRenderer()
  window.destroy()
}

/** Answers the proxy, and nobody else, with its name and password. */
export function signIn(window: BrowserWindow, { port, username, password }: RenderRequest['proxy']): void {
  window.webContents.on('login', (event, _details, asking, answer) => {
    event.preventDefault()
    if (asking.isProxy && asking.host === '127.0.0.1' && asking.port === port) answer(username, password)
    else answer()
  })
}

function watchMemory(window: BrowserWindow, stopping: Stopping): void {
  const timer = setInterval(() => {
    const pid = window.webContents.getOSProcessId()
    const taken = app.getAppMetrics().find((one) => one.pid === pid)?.memory.workingSetSize ?? 0
    if (taken > mostMemory) stopping.stop('too-large', `the page takes ${Math.round(taken / 1000)} MB of memory`)
  }, 500)
  window.once('closed', () => clearInterval(timer))
}
