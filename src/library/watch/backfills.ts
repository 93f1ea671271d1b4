import type { BackfillProgress } from '../../contract/tracking.ts'
import { addStates } from '../add.ts'
import { backfill, type Memento } from '../backfill/backfill.ts'
import { identityOf } from '../store/articles.ts'
import { keptHeaders } from '../fetch/headers.ts'
import type { Fetch } from '../fetch/fetched.ts'
import { extractorVersion } from '../extract/read-page.ts'
import type { Events } from '../../contract/contract.ts'
import type { Store } from '../store/open.ts'
import { prepare } from '../store/statement.ts'
import { readSettings } from '../store/settings.ts'
import { createHash } from 'node:crypto'
import type { PageReader } from './reading.ts'

interface Parts {
  readonly store: Store
  readonly eyes: { readonly fetch: Fetch; readonly reader: PageReader }
  readonly tell: <K extends keyof Events>(event: K, payload: Events[K]) => void
  readonly mayWrite: () => Promise<void>
  readonly report: (error: unknown) => void
}

interface Running {
  readonly ending: AbortController
  progress: BackfillProgress
}

/** So many states of a page are asked of an archive at most, spread over its history. */
const most = 200
const begun: BackfillProgress = { done: 0, total: 0, added: 0, running: true, problem: null }

/** Asks archives for the past of articles, one article at a time each, at the reader's demand. */
export class Backfills {
  readonly #parts: Parts
  readonly #articles = new Map<number, Running>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  progress(article: number): BackfillProgress | null {
    return this.#articles.get(article)?.progress ?? null
  }

  start(article: number): null {
    if (this.progress(article)?.running === true) return null
    const running = { ending: new AbortController(), progress: begun }
    this.#articles.set(article, running)
    void this.#run(article, running).catch((error: unknown) => this.#failed(running, error))
    return null
  }

  cancel(article: number): null {
    this.#articles.get(article)?.ending.abort()
    return null
  }

  /** Ends what is asked for; what was stored stays. */
  close(): void {
    for (const { ending } of this.#articles.values()) ending.abort()
  }

  #failed(running: Running, error: unknown): void {
    running.progress = { ...running.progress, running: false, problem: 'internal' }
    if (!running.ending.signal.aborted) this.#parts.report(error)
  }

  async #run(article: number, running: Running): Promise<void> {
    const { store, eyes, tell } = this.#parts
    const url = identityOf(store, article).url
    if (url === null) return
    const endpoint = readSettings(store).archive
    const result = await backfill({
      fetch: eyes.fetch,
      endpoint,
      url,
      most,
      signal: running.ending.signal,
      known: (address) => this.#isKnown(article, address),
      onProgress: (done, total) => {
        running.progress = { ...running.progress, done, total }
        tell('changed', { articles: [article] })
      },
      onMemento: async (memento) => {
        if (await this.#store(article, memento))
          running.progress = { ...running.progress, added: running.progress.added + 1 }
      }
    })
    running.progress = { ...running.progress, running: false, problem: result.problem }
    tell('changed', { articles: [article] })
  }

  #isKnown(article: number, address: string): boolean {
    const sql = 'SELECT 1 FROM capture WHERE article_id = ? AND url = ? LIMIT 1'
    return prepare<[number, string], number>(this.#parts.store, sql).pluck().get(article, address) !== undefined
  }

  /** What somebody else saw is stored as that: with the archive as its origin, at the time the archive names. */
  async #store(article: number, memento: Memento): Promise<boolean> {
    const { store, eyes, mayWrite } = this.#parts
    const contentType = memento.headers['content-type'] ?? null
    const { page } = await eyes.reader.read({
      body: memento.body,
      contentType,
      url: memento.originalUrl,
      at: memento.at
    })
    if (page?.kind !== 'article') return false
    await mayWrite()
    const state = { at: memento.at, until: memento.at, count: 1, outcome: 'changed', status: memento.status } as const
    const [added] = store
      .transaction(() =>
        addStates(store, article, [{ ...state, error: null, content: page.content }], {
          origin: new URL(memento.archiveUrl).host,
          bodyHash: createHash('sha256').update(memento.body).digest(),
          body: memento.body,
          url: memento.archiveUrl,
          finalUrl: memento.originalUrl,
          headers: keptHeaders(memento.headers),
          extractor: extractorVersion
        })
      )
      .immediate()
    return added === 'revision'
  }
}
