import { protocol, type Session } from 'electron'
import { guideScheme } from './guide/session.ts'
import { snapshotScheme } from './snapshot/session.ts'
import { fileFor } from './ui-file.ts'

/** The one style element of react-aria (usePress), which lets fingers scroll over what can be pressed; nothing else matches. */
const pressable = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='"

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${pressable}`,
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

/** Must run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
    { scheme: snapshotScheme, privileges: { standard: true } },
    { scheme: guideScheme, privileges: { standard: true } }
  ])
}

/** Chromium's number for a file that is not there. */
const fileNotFound = -6

/**
 * Serves the files of `folder` as app://ui/, with the policy that lets no other code, style or request in. The older
 * kind of handler, because the newer one first loads a whole HTTP client into main: 30 ms of every start.
 */
export function serveUi(session: Session, folder: string): void {
  session.protocol.registerFileProtocol('app', ({ url }, answer) => {
    const path = fileFor(url, folder)
    answer(path === null ? { error: fileNotFound } : { path, headers })
  })
}
