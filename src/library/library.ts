import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Answers, Events, ImportResult, requests } from '../contract/contract.ts'
import type { Handlers } from '../contract/door.ts'
import { CallFailure } from '../contract/failure.ts'
import { readContent } from './content.ts'
import { listArticles } from './list.ts'
import { asFailure, openStore, type Store } from './store/open.ts'
import { refreshListing } from './store/listing.ts'
import { putReading } from './store/reading.ts'
import { getRevision } from './store/revisions.ts'
import { readTimemap } from './timemap.ts'

export interface LibraryOptions {
  /** The library file; made where there is none. */
  readonly path: string
  /** The folder of the sample library's history files. */
  readonly samples: string
  readonly now: () => Date
  /** Told after every change that a window would show. */
  readonly tell: <K extends keyof Events>(event: K, payload: Events[K]) => void
  /** Another build of the SQLite addon than the package's own, where the runtime needs one. */
  readonly nativeBinding?: string | undefined
}

export interface OpenLibrary {
  readonly handlers: Handlers<typeof requests, Answers & Record<string, unknown>>
  readonly close: () => void
}

/**
 * Opens a library: the whole application without a screen. Throws `CallFailure` as `openStore` does. The handlers
 * throw `CallFailure` for what a caller must be told, and plain errors for bugs.
 */
export function openLibrary({ path, samples, now, tell, nativeBinding }: LibraryOptions): OpenLibrary {
  const store = openStore(path, { nativeBinding })
  const imported = (result: ImportResult): ImportResult => {
    if (result.articles.length > 0) tell('changed', { articles: result.articles })
    return result
  }
  return {
    close: () => store.close(),
    handlers: {
      listArticles: () => listArticles(store),
      timemap: ({ article }) => readTimemap(store, article),
      content: ({ revision }) => readContent(store, revision),
      compare: async ({ older, newer }) => (await comparer()).compareRevisions(store, older, newer),
      importFiles: async ({ paths }) => imported(await named((await importer()).importFiles(store, paths, now()))),
      importText: async ({ text }) => imported(await named((await importer()).importText(store, text, now()))),
      openSampleLibrary: async () =>
        imported(await named((await importer()).importFiles(store, await sampleFiles(samples), now()))),
      markRead: ({ revision }) => markRead(store, revision, tell)
    }
  }
}

async function sampleFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder)
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name))
}

function markRead(store: Store, id: number, tell: LibraryOptions['tell']): null {
  const revision = getRevision(store, id)
  if (revision === undefined) throw new CallFailure('not-found', `revision ${id}`)
  store
    .transaction(() => {
      putReading(store, revision.article, id, revision.at)
      refreshListing(store, revision.article)
    })
    .immediate()
  tell('changed', { articles: [revision.article] })
  return null
}

/** Loaded when they are first needed: a start has no time for the readers of dates and encodings (24 ms) and the like. */
const comparer = () => import('./compare.ts')
const importer = () => import('./import.ts')

/** A full disk or a locked file in the middle of an import is one of the named states, not a bug. */
async function named<T>(work: T | Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw asFailure(error)
  }
}
