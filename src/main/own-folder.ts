import { app } from 'electron'
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { dataName, dataVariable } from '../contract/place.ts'

/**
 * The folder of the application's own files, where Chromium keeps its own too. Where it cannot be written (a home that is
 * read-only, or not there), Chromium gets a folder of the moment, without which it would not start: so there is a window that
 * says so. Call it before anything asks for `userData`.
 */
export function ownFolder(): string {
  const named = process.env[dataVariable]
  const isNamed = named !== undefined && named !== ''
  const folder = isNamed ? resolve(named) : join(app.getPath('appData'), dataName)
  app.setPath('userData', isWritable(folder) ? folder : momentaryFolder())
  return folder
}

function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK | constants.X_OK)
    return true
  } catch (error) {
    console.error(folder, error)
    return false
  }
}

/** What Chromium writes there at its very end stays, a few bytes, until the system clears such folders. */
function momentaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
