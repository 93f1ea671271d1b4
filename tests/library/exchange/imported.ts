import { mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportResult } from '../../../src/contract/importing.ts'
import type { Content } from '../../../src/domain/revision.ts'
import { openFile } from '../../../src/library/exchange/open-file.ts'
import { readHere } from '../../../src/library/exchange/plain-pages.ts'
import type { Found } from '../../../src/library/exchange/reader.ts'
import { readerFor } from '../../../src/library/exchange/readers.ts'
import { openLibrary } from '../../../src/library/library.ts'

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'palimpsest-tracker-'))

/** An article as a library shows it after an import. */
interface Shown {
  readonly source: string
  readonly url: string | null
  readonly headline: string
  readonly revisions: readonly { readonly at: string; readonly content: Content }[]
  readonly captures: readonly (readonly [at: string, outcome: string, status: number | null])[]
}

export interface Imported {
  readonly result: ImportResult
  /** What the same import comes to a second time. */
  readonly again: ImportResult
  readonly articles: readonly Shown[]
}

/** Imports files into a new library, twice, and reads what is there then. */
export async function imported(paths: readonly string[], zone: string | null = null): Promise<Imported> {
  const { handlers, close } = openLibrary({
    path: join(newFolder(), 'library.db'),
    samples: '',
    now: () => new Date('2026-11-26T12:00:00Z'),
    tell: () => undefined
  })
  try {
    const result = await handlers.importFiles({ paths: [...paths], zone })
    const again = await handlers.importFiles({ paths: [...paths], zone })
    const articles: Shown[] = []
    for (const article of result.articles) {
      const { article: facts, revisions, captures } = await handlers.timemap({ article })
      const shown = []
      for (const { id, at } of revisions) shown.push({ at, content: await handlers.content({ revision: id }) })
      articles.push({
        source: facts.source,
        url: facts.url,
        headline: facts.headline,
        revisions: shown,
        captures: captures.map(({ at, outcome, status }) => [at, outcome, status] as const)
      })
    }
    return { result, again, articles }
  } finally {
    close()
  }
}

/** The texts of a content, kind by kind. */
export const texts = ({ blocks }: Content): string[] => blocks.map(({ kind, text }) => `${kind}: ${text}`)

/** Every file in a folder with its size and time of writing. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name))
      return `${name} ${size} ${mtimeMs}`
    })

/** What a file gives first to somebody who then has enough. */
export async function firstOf(path: string): Promise<Found['kind'] | null> {
  const file = await openFile(path)
  const reader = await readerFor(file)
  const reading = {
    now: new Date(),
    zone: null,
    pages: { read: readHere },
    signal: new AbortController().signal,
    scratch: async () => newFolder()
  }
  for await (const { kind } of reader.read(file, reading)) return kind
  return null
}
