import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A new empty folder, removed when the test has ended. */
export function scratch(): string {
  const dir = mkdtempSync(join(tmpdir(), 'palimpsest-scripts-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}
