import { session as sessions, type Session, type WebContents } from 'electron'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { denyRights } from '../lockdown.ts'

/** Only the session of the guide knows this scheme, and of it only the files of the guide. */
export const guideScheme = 'guide'
export const guideOrigin = `${guideScheme}://pages`

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'"
].join('; ')

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png'
}

let opened: Session | undefined

/** The session of the guide: in memory, without rights, and it asks for nothing but the files of `folder`. */
export function guideSession(folder: string): Session {
  if (opened !== undefined) return opened
  const session = sessions.fromPartition('guide', { cache: false })
  denyRights(session, () => false)
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: guideFile(url) === null }))
  session.protocol.handle(guideScheme, ({ url }) => respond(folder, url))
  session.enableNetworkEmulation({ offline: true })
  opened = session
  return session
}

/** Whether a link may be followed: in the window of the guide, to another page of it. */
export function mayGoInGuide({ session }: WebContents, url: string): boolean {
  return session === opened && guideFile(url) !== null
}

/** The file of the guide that an address stands for: plain names, and pictures in their folder; null for all else. */
function guideFile(url: string): string | null {
  const { origin, protocol, host, pathname } = new URL(url)
  const isOurs = origin === guideOrigin || `${protocol}//${host}` === guideOrigin
  return isOurs && /^\/(?:pictures\/)?[a-z-]+\.(?:html|css|png)$/u.test(pathname) ? pathname.slice(1) : null
}

async function respond(folder: string, url: string): Promise<Response> {
  const file = guideFile(url)
  if (file === null) return new Response(null, { status: 404 })
  const headers = {
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Content-Type': types[extname(file)] ?? 'application/octet-stream'
  }
  try {
    return new Response(await readFile(join(folder, file)), { headers })
  } catch (error) {
    console.warn('guide', error)
    return new Response(null, { status: 404, headers })
  }
}
