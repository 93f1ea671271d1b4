import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Third-party feeds that are read in place and never copied: the tests need the files beside the checkout. */
export const suites = new URL('../../../.cache/data/suites/', import.meta.url)

export function hasSuite(name: string): boolean {
  return existsSync(new URL(name, suites))
}

/** Unpacks an archive of a suite for the time of one test. */
export function withUnpacked<T>(archive: string, work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'feeds-'))
  try {
    execFileSync('tar', ['xzf', new URL(archive, suites).pathname, '-C', folder])
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The text of a feed file in the encoding that it names, or that its first bytes show. */
export function feedText(file: string): string {
  const bytes = readFileSync(file)
  const start = bytes.subarray(0, 200).toString('latin1')
  const mark = start.startsWith('\xFF\xFE') ? 'utf-16le' : start.startsWith('\xFE\xFF') ? 'utf-16be' : null
  const named = /encoding=["']([\w-]+)/.exec(start)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(mark ?? named).decode(bytes)
  } catch {
    return bytes.toString('utf8')
  }
}
