import { app, type Session } from 'electron'

/** Denies every window and frame, now and later: navigation, new windows, webviews. There is one page and it stays. */
export function lockContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** Everything that leaves our own scheme. That one is not asked about, which would cost each of its files a turn here. */
const outside = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'file://*/*'] }

/**
 * Denies a session every permission (copying text apart), every download, and every request that leaves our scheme but
 * to `allowed` origins: the page's own policy says the same, and this holds when it is got around.
 */
export function lockSession(session: Session, allowed: readonly string[]): void {
  const mayCopy = (permission: string) => permission === 'clipboard-sanitized-write'
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(mayCopy(permission)))
  session.setPermissionCheckHandler((_contents, permission) => mayCopy(permission))
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest(outside, ({ url }, answer) => {
    const { protocol, host } = new URL(url)
    answer({ cancel: !allowed.includes(`${protocol}//${host}`) })
  })
}
