import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { State } from '../../../src/library/exchange/document.ts'
import { openFile } from '../../../src/library/exchange/open-file.ts'
import { readHere } from '../../../src/library/exchange/plain-pages.ts'
import { FileRefusal } from '../../../src/library/exchange/read-file.ts'
import type { Found, Loose, Reading } from '../../../src/library/exchange/reader.ts'
import { readerFor } from '../../../src/library/exchange/readers.ts'
import { openLibrary } from '../../../src/library/library.ts'

export const now = new Date('2026-05-01T12:00:00.000Z')
export const folder = (): string => mkdtempSync(join(tmpdir(), 'palimpsest-exchange-'))

/** Writes a file into a folder of its own. */
export function fileOf(name: string, bytes: string | Uint8Array): string {
  const path = join(folder(), name)
  writeFileSync(path, bytes)
  return path
}

export interface FoundIn {
  readonly format: string | null
  readonly states: readonly (State & { readonly url: string | null })[]
  readonly loose: readonly Loose[]
  readonly isZoneGuessed: boolean
  /** `code detail` of refused records, and of the file. */
  readonly refused: readonly string[]
}

/** Everything that a file holds, as its reader finds it. */
export async function foundIn(path: string, zone: string | null = null): Promise<FoundIn> {
  const found: Found[] = []
  const refused: string[] = []
  let format: string | null = null
  try {
    const file = await openFile(path)
    const reader = await readerFor(file)
    format = reader.format
    for await (const one of reader.read(file, readingIn(zone))) found.push(one)
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error
    refused.push(`${error.code} ${error.detail}`.trim())
  }
  const documents = found.filter((one) => one.kind === 'document')
  return {
    format,
    states: documents.flatMap(({ document: { facts, states } }) => states.map((one) => ({ ...one, url: facts.url }))),
    loose: found.filter((one) => one.kind === 'loose').map(({ loose }) => loose),
    isZoneGuessed: documents.some(({ isZoneGuessed }) => isZoneGuessed),
    refused: [...found.flatMap((one) => (one.kind === 'refused' ? [`${one.code} ${one.detail}`] : [])), ...refused]
  }
}

export const readingIn = (zone: string | null): Reading => ({
  now,
  zone,
  pages: { read: readHere },
  signal: new AbortController().signal,
  scratch: () => Promise.resolve(folder())
})

/** A real library in a folder of its own. */
export function library(): ReturnType<typeof openLibrary>['handlers'] & { readonly close: () => unknown } {
  const path = join(folder(), 'library.db')
  const samples = resolve(import.meta.dirname, '../../../resources/sample-library')
  const opened = openLibrary({ path, samples, now: () => now, tell: () => undefined })
  return { ...opened.handlers, close: opened.close }
}

/** The page of an article, as a site would send it. */
export const pageOf = (headline: string, ...paragraphs: readonly string[]): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${headline}</title></head><body><article>` +
  `<h1>${headline}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`

export const wall = [
  'The wall was last strengthened after the storm of 1961, when eleven houses were lost to the sea in one night.',
  'Work is due to begin on 13 April. Ferry services are not affected by the works at all, the council says.'
] as const
