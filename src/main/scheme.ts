import { protocol, type Session } from 'electron'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileFor } from './ui-file.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'"
].join('; ')

const headers = { 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff' }

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png'
}

/** Must run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
}

/** Serves the files of `folder` as app://ui/, with the policy that lets no other code, style or request in. */
export function serveUi(session: Session, folder: string): void {
  session.protocol.handle('app', async (request) => {
    const file = fileFor(request.url, folder)
    const body = file === null ? null : await readFile(file).catch(() => null)
    if (file === null || body === null) return new Response('Not found', { status: 404 })
    const type = types[extname(file)] ?? 'application/octet-stream'
    return new Response(new Uint8Array(body), { headers: { ...headers, 'Content-Type': type } })
  })
}
