import type { Events } from '../../contract/contract.ts'
import { fetchMementos, type Memento } from '../backfill/backfill.ts'
import type { Entry } from '../backfill/entry.ts'
import type { Document } from '../exchange/document.ts'
import { pageState } from '../exchange/page-state.ts'
import type { Fetch } from '../fetch/fetched.ts'
import { storeDocument } from '../importing/unit.ts'
import type { Store } from '../store/open.ts'
import { readSettings } from '../store/settings.ts'
import { prepare } from '../store/statement.ts'
import type { PageReader } from './reading.ts'

interface Parts {
  readonly store: Store
  readonly eyes: { readonly fetch: Fetch; readonly reader: PageReader }
  readonly tell: <K extends keyof Events>(event: K, payload: Events[K]) => void
  readonly mayWrite: () => Promise<void>
  readonly report: (error: unknown) => void
}

/** So many copies of one page are asked for at most, spread over its history, and so many lists may wait. */
const most = 200
const mostLists = 1000

/**
 * Fetches copies of pages that imported lists name, one list after the other. A list that waits when the library is closed is
 * forgotten: importing it again goes on where it ended.
 */
export class Mementos {
  readonly #parts: Parts
  readonly #ending = new AbortController()
  #waiting = 0
  #last: Promise<void> = Promise.resolve()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Has these copies of a page fetched, some time soon. */
  take(url: string, entries: readonly Entry[]): void {
    if (this.#waiting >= mostLists) return
    this.#waiting++
    this.#last = this.#last.then(() => this.#run(url, entries)).catch(this.#failed)
  }

  /** Settles when all that was taken is done. */
  idle(): Promise<void> {
    return this.#last
  }

  close(): void {
    this.#ending.abort()
  }

  readonly #failed = (error: unknown): void => {
    if (!this.#ending.signal.aborted) this.#parts.report(error)
  }

  async #run(url: string, entries: readonly Entry[]): Promise<void> {
    const { signal } = this.#ending
    this.#waiting--
    if (signal.aborted) return
    await fetchMementos({
      fetch: this.#parts.eyes.fetch,
      endpoint: readSettings(this.#parts.store).archive,
      entries,
      most,
      signal,
      known: (address) => this.#isKnown(address),
      onMemento: (memento) => this.#store(url, memento)
    })
  }

  #isKnown(address: string): boolean {
    const sql = 'SELECT 1 FROM capture WHERE url = ? LIMIT 1'
    return prepare<[string], number>(this.#parts.store, sql).pluck().get(address) !== undefined
  }

  /** What an archive saw is stored as that, where it is an article: the archive is its origin, and the time the archive's. */
  async #store(url: string, memento: Memento): Promise<void> {
    const { store, eyes, mayWrite, tell } = this.#parts
    const { archiveUrl, originalUrl, ...kept } = memento
    const { state, page } = await pageState({ pages: eyes.reader }, { ...kept, url: originalUrl })
    if (page === null || state.content === null) return
    const { host, origin } = new URL(url)
    const source = { name: page.site ?? host.replace(/^www\./, ''), homepage: `${origin}/`, folder: null }
    const document: Document = {
      facts: { source, url, lang: page.lang, dir: page.dir },
      states: [{ ...state, received: { ...state.received, url: archiveUrl, finalUrl: originalUrl } }]
    }
    await mayWrite()
    const from = { name: new URL(archiveUrl).host, format: 'memento/1', import: null }
    const [article] = store.transaction(() => storeDocument(store, document, from, false)).immediate()
    tell('changed', { articles: [article] })
  }
}
