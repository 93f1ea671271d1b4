import type { Events } from '../contract/contract.ts'
import type { Store } from './store/open.ts'
import { changedSince, writtenUntil, type Written } from './store/others.ts'

export interface OthersOptions {
  readonly store: Store
  readonly tell: <K extends keyof Events>(event: K, payload: Events[K]) => void
  /** Milliseconds from one look to the next. */
  readonly every: number
}

/**
 * Notices what another process wrote to the file, as the command line does while a window is open, and tells of it as of a
 * change of our own. A look costs some microseconds where nothing was written: SQLite counts the commits of others.
 */
export class Others {
  readonly #options: OthersOptions
  readonly #timer: NodeJS.Timeout
  #version: number
  #until: Written

  constructor(options: OthersOptions) {
    this.#options = options
    this.#version = this.#read()
    this.#until = writtenUntil(options.store)
    this.#timer = setInterval(() => this.#look(), options.every).unref()
  }

  close(): void {
    clearInterval(this.#timer)
  }

  /** The number changes with every commit of another connection, and with none of this one. */
  #read(): number {
    return this.#options.store.pragma('data_version', { simple: true }) as number
  }

  #look(): void {
    const version = this.#read()
    if (version === this.#version) return
    this.#version = version
    const { store, tell } = this.#options
    const articles = changedSince(store, this.#until)
    this.#until = writtenUntil(store)
    tell('changed', { articles })
  }
}
