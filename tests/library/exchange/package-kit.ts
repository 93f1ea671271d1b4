import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { ArticleFormat } from '../../../src/contract/exporting.ts'
import { openLibrary, type OpenLibrary } from '../../../src/library/library.ts'

export const now = new Date('2026-06-01T12:00:00.000Z')
export const folder = (): string => mkdtempSync(join(tmpdir(), 'palimpsest-package-'))

/** Opens a library as the window has it, a new one where no path is given. */
export function opened(path = join(folder(), 'library.db')): OpenLibrary {
  return openLibrary({ path, samples: '', now: () => now, tell: () => undefined })
}

interface How {
  readonly format?: ArticleFormat
  readonly notes?: boolean
  readonly madeBy?: string | null
}

const endings: Partial<Record<ArticleFormat, string>> = { wacz: 'wacz', warc: 'warc.gz' }

/** Writes all of a library; returns the path of the file. */
export async function written(library: string, { format = 'package', notes = true, madeBy = 'A. Reader' }: How = {}) {
  const { handlers, close } = opened(library)
  const path = join(folder(), `written.${endings[format] ?? 'palimpsest'}`)
  const answer = await handlers.exportArticles({ articles: null, format, path, notes, madeBy })
  close()
  if (answer.state !== 'written') throw new Error(JSON.stringify(answer))
  return path
}

const script = resolve(import.meta.dirname, '../../../resources/verify.py')

/** What the check in Python says of a file. */
export function verifyByPython(path: string, by = script): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync('python3', [by, path], { encoding: 'utf8' })
  return { status, said: stdout + stderr }
}
