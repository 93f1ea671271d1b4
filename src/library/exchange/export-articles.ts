import type * as z from 'zod/mini'
import type { Events } from '../../contract/contract.ts'
import {
  articleExtensions,
  type ArticleFormat,
  type exportingRequests,
  type ExportProgress,
  type Written
} from '../../contract/exporting.ts'
import { CallFailure } from '../../contract/failure.ts'
import { putKeep } from '../store/keeps.ts'
import type { Store } from '../store/open.ts'
import { breathe } from '../slices.ts'
import { liveArticles } from '../store/export-facts.ts'
import { openReader } from '../store/reader.ts'
import { revisionsOf } from '../store/revisions.ts'
import { writeStream } from './write-file.ts'

/** What a writer of articles is given. */
export interface ArticlesWanted {
  /** The library as it was when the export began, whatever is written meanwhile. Only temporary tables can be written. */
  readonly store: Store
  /** Their ids, in the order in which they are written. */
  readonly articles: readonly number[]
  /** They are all that are in the library. */
  readonly isAll: boolean
  readonly notes: boolean
  readonly madeBy: string | null
  readonly now: Date
  /** Called after each article, with how many are done: lets other requests in, tells, and throws once it is ended. */
  readonly done: (count: number) => Promise<void>
}

/** Writes articles as one format, in parts: memory stays flat however many there are. */
export type ArticlesWriter = (wanted: ArticlesWanted) => AsyncIterable<string | Uint8Array>

/** The writers, each loaded when it is needed. */
const writers: Partial<Record<ArticleFormat, () => Promise<ArticlesWriter>>> = {
  package: async () => (await import('./package/write-package.ts')).writePackage,
  wacz: async () => (await import('./package/write-package.ts')).writeWacz,
  warc: async () => (await import('./warc-out/write-warc.ts')).writeWarc,
  history: async () => (await import('./history-writer.ts')).writeHistory,
  csv: async () => (await import('./edits-csv.ts')).writeCsv,
  ndjson: async () => (await import('./edit-rows.ts')).writeNdjson,
  atom: async () => (await import('./atom.ts')).writeAtom,
  opml: async () => (await import('./opml-writer.ts')).writeSubscriptions
}

type Wanted = z.output<(typeof exportingRequests)['exportArticles']>

interface Options {
  readonly store: Store
  readonly nativeBinding?: string | undefined
  readonly now: () => Date
  readonly tell: <K extends keyof Events>(event: K, payload: Events[K]) => void
  /** Whether it can be remembered that they were exported. */
  readonly canWrite: () => boolean
}

/** So often is it told how far an export has come, in milliseconds. */
const often = 250

/** Writes articles to files, one export at a time. */
export class ArticleExports {
  readonly #options: Options
  #ending: AbortController | null = null

  constructor(options: Options) {
    this.#options = options
  }

  stop(): void {
    this.#ending?.abort()
  }

  async export(wanted: Wanted): Promise<Written> {
    const { store, nativeBinding, now, tell } = this.#options
    const load = writers[wanted.format]
    if (load === undefined) throw new CallFailure('bad-arguments', wanted.format)
    const writer = await load()
    const articles = wanted.articles ?? liveArticles(store)
    const ending = new AbortController()
    this.stop()
    this.#ending = ending
    const snapshot = openReader(store.name, nativeBinding)
    try {
      const done = this.#progress(articles.length, ending.signal)
      const { notes, madeBy } = wanted
      const all = wanted.articles === null
      const parts = writer({ store: snapshot, articles, isAll: all, notes, madeBy, now: now(), done })
      const written = await writeStream(wanted.path, parts, [articleExtensions[wanted.format]], ending.signal)
      if (written.state === 'written') this.#keep(articles)
      return written
    } finally {
      snapshot.close()
      tell('exporting', null)
    }
  }

  #progress(total: number, signal: AbortSignal): (done: number) => Promise<void> {
    let told = performance.now()
    const tell = (progress: ExportProgress) => this.#options.tell('exporting', progress)
    return async (done) => {
      await breathe()
      signal.throwIfAborted()
      if (performance.now() - told < often) return
      told = performance.now()
      tell({ done, total })
    }
  }

  /** Whoever has the file may want to see its versions here: no rule deletes them. */
  #keep(articles: readonly number[]): void {
    const { store, canWrite } = this.#options
    if (!canWrite()) return
    store
      .transaction(() => {
        for (const article of articles) for (const { id } of revisionsOf(store, article)) putKeep(store, id, 'exported')
      })
      .immediate()
  }
}
