import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { openLibrary, type LibraryOptions, type OpenLibrary } from '../library/library.ts'
import { usualLibrary } from '../library/usual-place.ts'
import { CliError } from './error.ts'
import { pageWorker } from './placed.ts'
import type { Asked } from './spec.ts'

export type Handlers = OpenLibrary['handlers']
/** What a call of the library is answered with. */
export type Answer<K extends keyof Handlers> = Awaited<ReturnType<Handlers[K]>>
export type Row = Answer<'article'>

/** The library that is meant. */
export function libraryPath({ options }: Pick<Asked, 'options'>): string {
  const named = options['library'] ?? process.env['PALIMPSEST_LIBRARY']
  return typeof named === 'string' && named !== '' ? resolve(named) : usualLibrary()
}

export interface Opening {
  /** Made where there is none; else it has to be there. */
  readonly make?: boolean
  readonly tell?: LibraryOptions['tell']
}

/**
 * Opens the library that is meant, hands it over and closes it. Nothing is done in the background; another process may have it
 * open at the same time. Throws `CallFailure` as `openLibrary` does, and `CliError` where there is none.
 */
export async function withLibrary<T>(
  asked: Pick<Asked, 'options'>,
  work: (library: OpenLibrary) => Promise<T>,
  { make = false, tell = () => undefined }: Opening = {}
): Promise<T> {
  const path = libraryPath(asked)
  if (!make && !existsSync(path))
    throw new CliError(`There is no library at "${path}". Name one with --library, or add an article to make one.`)
  const library = openLibrary({
    path,
    samples: '',
    now: () => new Date(),
    tell,
    report: (error) => process.stderr.write(`palimpsest: in the background: ${String(error)}\n`),
    pageWorker: pageWorker(),
    whenAsked: true
  })
  try {
    return await work(library)
  } finally {
    library.close()
  }
}
