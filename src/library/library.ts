import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Answers, Events, ImportResult, requests } from '../contract/contract.ts'
import type { Handlers } from '../contract/door.ts'
import { readContent } from './content.ts'
import { listArticles, openList, readArticle, readArticles, readCounts } from './list.ts'
import { markRead, setRead, star } from './marks.ts'
import { asFailure, openStore } from './store/open.ts'
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
  const marked = (article: number | null): null => {
    if (article !== null) tell('changed', { articles: [article] })
    return null
  }
  return {
    close: () => store.close(),
    handlers: {
      listArticles: ({ list, after, limit }) => listArticles(store, list, { after: after ?? null, limit, now: now() }),
      openList: ({ list, limit }) => openList(store, list, { limit, now: now() }),
      articles: ({ articles }) => readArticles(store, articles),
      article: ({ article }) => readArticle(store, article),
      counts: () => readCounts(store, now()),
      timemap: ({ article }) => readTimemap(store, article),
      content: ({ revision }) => readContent(store, revision),
      compare: async ({ older, newer }) => (await comparer()).compareRevisions(store, older, newer),
      blame: async ({ revision }) => (await blamer()).blameRevision(store, revision),
      importFiles: async ({ paths }) => imported(await named((await importer()).importFiles(store, paths, now()))),
      importText: async ({ text }) => imported(await named((await importer()).importText(store, text, now()))),
      openSampleLibrary: async () =>
        imported(await named((await importer()).importFiles(store, await sampleFiles(samples), now()))),
      markRead: ({ revision }) => marked(markRead(store, revision)),
      setRead: ({ article, read }) => {
        setRead(store, article, read)
        return marked(article)
      },
      star: ({ article, starred }) => {
        star(store, article, starred)
        return marked(article)
      }
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

/** Loaded when they are first needed: a start has no time for the readers of dates and encodings (24 ms) and the like. */
const comparer = () => import('./compare.ts')
const blamer = () => import('./blame.ts')
const importer = () => import('./import.ts')

/** A full disk or a locked file in the middle of an import is one of the named states, not a bug. */
async function named<T>(work: T | Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw asFailure(error)
  }
}
