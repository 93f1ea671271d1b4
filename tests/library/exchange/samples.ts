import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import {
  articleExtensions,
  extensions,
  type ArticleFormat,
  type ExportFormat
} from '../../../src/contract/exporting.ts'
import { ArticleExports } from '../../../src/library/exchange/export-articles.ts'
import { exportPair, type Print } from '../../../src/library/exchange/export.ts'
import { importFiles } from '../../../src/library/import.ts'
import type { Store } from '../../../src/library/store/open.ts'
import { readTimemap } from '../../../src/library/timemap.ts'
import { reportWords } from '../export-words.ts'
import { emptyStore } from '../stories.ts'

const samples = resolve(import.meta.dirname, '../../../resources/sample-library')
export const now = new Date('2026-03-10T12:00:00.000Z')
export const folder = (): string => mkdtempSync(join(tmpdir(), 'palimpsest-export-'))

/** A library that holds the sample articles. */
export async function sampleStore(): Promise<Store> {
  const store = emptyStore()
  const files = readdirSync(samples).filter((name) => name.endsWith('.json'))
  const paths = files.map((name) => join(samples, name))
  await importFiles(store, paths, { now })
  return store
}

/** Writes an article's first against its last version; answers where to. */
export async function writePair(store: Store, article: number, format: ExportFormat, print?: Print): Promise<string> {
  const { revisions } = readTimemap(store, article)
  const path = join(folder(), `report.${extensions[format]}`)
  const pair = { older: revisions[0]!.id, newer: revisions.at(-1)!.id }
  const wanted = { ...pair, format, path, notes: true, words: reportWords, locale: 'en-GB', timeZone: 'Europe/London' }
  const written = await exportPair(store, wanted, { now, keeps: false, print })
  if (written.state !== 'written') throw new Error(written.state)
  return path
}

/** Writes articles, all where none are named; answers where to. */
export async function writeArticles(store: Store, format: ArticleFormat, articles: readonly number[] | null = null) {
  const path = join(folder(), `articles.${articleExtensions[format]}`)
  const exports = new ArticleExports({ store, now: () => now, tell: () => undefined, canWrite: () => true })
  const written = await exports.export({ articles: articles === null ? null : [...articles], format, path, notes: false, madeBy: null }) // prettier-ignore
  if (written.state !== 'written') throw new Error(written.state)
  return path
}
