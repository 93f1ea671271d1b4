import { readdirSync } from 'node:fs'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { ExportFormat } from '../../src/contract/exporting.ts'
import { extensions } from '../../src/contract/exporting.ts'
import { exportPair, type Print } from '../../src/library/exchange/export.ts'
import { importFiles } from '../../src/library/import.ts'
import { openStore, type Store } from '../../src/library/store/open.ts'
import { readTimemap } from '../../src/library/timemap.ts'
import { reportWords } from '../../tests/library/export-words.ts'

const samples = resolve(import.meta.dirname, '../../resources/sample-library')
export const now = new Date('2026-03-10T12:00:00.000Z')

/** The sample library in a folder of its own. */
export async function sampleStore(): Promise<Store> {
  const store = openStore(join(mkdtempSync(join(tmpdir(), 'palimpsest-report-')), 'library.db'))
  const files = readdirSync(samples).filter((name) => name.endsWith('.json'))
  await importFiles(store, files.map((name) => join(samples, name)), { now }) // prettier-ignore
  return store
}

/** Writes the first against the last version of an article. */
export async function writePair(store: Store, article: number, format: ExportFormat, folder: string, print?: Print) {
  const { revisions } = readTimemap(store, article)
  const path = join(folder, `${article}.${extensions[format]}`)
  const pair = { older: revisions[0]!.id, newer: revisions.at(-1)!.id }
  const wanted = { ...pair, format, path, notes: true, words: reportWords, locale: 'en-GB', timeZone: 'Europe/London' }
  const written = await exportPair(store, wanted, { now, keeps: false, print })
  if (written.state !== 'written') throw new Error(written.state)
  return path
}
