import { app, type Session, type WebContents } from 'electron'

export interface Exceptions {
  /** Whether a server may lead the page elsewhere that was asked for. */
  readonly mayRedirect: (contents: WebContents) => boolean
  /** Whether a link in the page may be followed to `url`. */
  readonly mayGo: (contents: WebContents, url: string) => boolean
}

/** Denies every window and frame, now and later: navigation, new windows, webviews, with these exceptions. */
export function lockContents({ mayRedirect, mayGo }: Exceptions): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!mayGo(contents, event.url)) event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!(event.isMainFrame && mayGo(contents, event.url))) event.preventDefault()
    })
    contents.on('will-redirect', (event) => {
      if (!(event.isMainFrame && isWeb(event.url) && mayRedirect(contents))) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

function isWeb(url: string): boolean {
  return /^https?:\/\//i.test(url)
}

/**
 * Denies a session every permission that `may` does not grant, every device and every download. Those of Chromium itself are its
 * dictionaries: neither a window without spelling nor a checker that is off keeps it from fetching one, only having no languages does.
 */
export function denyRights(session: Session, may: (permission: string) => boolean): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(may(permission)))
  session.setPermissionCheckHandler((_contents, permission) => may(permission))
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
}

/** Everything that leaves our own scheme. That one is not asked about, which would cost each of its files a turn here. */
const outside = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'file://*/*'] }

/**
 * Denies a session every permission (copying text apart), every download, and every request that leaves our scheme but
 * to `allowed` origins: the page's own policy says the same, and this holds when it is got around.
 */
export function lockSession(session: Session, allowed: readonly string[]): void {
  denyRights(session, (permission) => permission === 'clipboard-sanitized-write')
  session.webRequest.onBeforeRequest(outside, ({ url }, answer) => {
    const { protocol, host } = new URL(url)
    answer({ cancel: !allowed.includes(`${protocol}//${host}`) })
  })
}
