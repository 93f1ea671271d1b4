import { session as sessions, type Session } from 'electron'
import type { StoredPage } from '../../contract/captured.ts'
import { denyRights } from '../lockdown.ts'

/** Only the session of stored pages knows this scheme, and of it only the pages that are shown. */
export const snapshotScheme = 'snapshot'

/**
 * No script, style sheet, font, frame, form, plug-in or picture but those that are written into the page itself; and as a
 * sandboxed document: what a page may do without scripts (going elsewhere by itself, opening windows) it may not do here.
 */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  'sandbox'
].join('; ')

const headers = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'Referrer-Policy': 'no-referrer'
}

const shown = new Map<string, StoredPage>()
let next = 0

/** Makes a page reachable under an address of its own; returns that, and what ends it. */
export function serveSnapshot(page: StoredPage): { readonly url: string; readonly end: () => void } {
  const url = `${snapshotScheme}://page/${++next}`
  shown.set(url, page)
  return { url, end: () => shown.delete(url) }
}

let opened: Promise<Session> | undefined

/** The session of stored pages: in memory, without rights, and without any way out. */
export function snapshotSession(): Promise<Session> {
  return (opened ??= openSession())
}

async function openSession(): Promise<Session> {
  const session = sessions.fromPartition('snapshot', { cache: false })
  denyRights(session, () => false)
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !shown.has(url) }))
  session.protocol.handle(snapshotScheme, ({ url }) => {
    const page = shown.get(url)
    if (page === undefined) return new Response(null, { status: 404, headers })
    return new Response(new Uint8Array(page.bytes), { headers: { ...headers, 'Content-Type': page.type } })
  })
  // What is no request (a connection opened in advance, a name looked up) is led to where nobody listens.
  const proxyRules = 'socks5://127.0.0.1:1'
  await session.setProxy({ mode: 'fixed_servers', proxyRules, proxyBypassRules: '<-loopback>' })
  session.enableNetworkEmulation({ offline: true })
  return session
}
