import { session as sessions, type Session, type WebContents } from 'electron'
import type { RenderRequest } from '../../contract/process.ts'
import { denyRights } from '../lockdown.ts'

const ours = new WeakSet<Session>()

/**
 * A session for captures, in memory alone. It is emptied after every capture and used again: Chromium keeps every session until
 * the application ends, about half a megabyte each.
 */
export function openCaptureSession(slot: number): Session {
  const session = sessions.fromPartition(`capture-${slot}`, { cache: false })
  ours.add(session)
  denyRights(session, () => false)
  return session
}

/** Whether contents show a page that is captured. */
export function isCapture(contents: WebContents): boolean {
  return ours.has(contents.session)
}

/** Lets the session out through this proxy alone, addresses of this computer included. */
export async function routeThrough(session: Session, { port }: RenderRequest['proxy']): Promise<void> {
  await session.setProxy({
    mode: 'fixed_servers',
    proxyRules: `http://127.0.0.1:${port}`,
    proxyBypassRules: '<-loopback>'
  })
}

/** Forgets everything a page has left. */
export async function emptySession(session: Session): Promise<void> {
  await session.closeAllConnections()
  await Promise.all([
    session.clearStorageData(),
    session.clearCache(),
    session.clearAuthCache(),
    session.clearHostResolverCache(),
    session.clearCodeCaches({})
  ])
}
