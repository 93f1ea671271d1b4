import { app } from 'electron'
import type { UpdateFound, Updates } from '../contract/updates.ts'
import type { Settings } from './settings.ts'
import { findUpdate } from './updates.ts'

/** Put in when the application is built (electron.vite.config.ts); empty where the build was given no address. */
declare const builtUpdates: string
/** A build in development asks only whom it is told to. */
const feed = app.isPackaged ? builtUpdates : (process.env['PALIMPSEST_UPDATES'] ?? '')

const [minute, day] = [60_000, 86_400_000]

/** Looks for new versions: when the reader asks and, where they chose so, once a day. */
export class Updating {
  readonly #settings: Settings
  readonly #onNewer: (version: string) => void
  #timer: NodeJS.Timeout | undefined

  constructor(settings: Settings, onNewer: (version: string) => void) {
    this.#settings = settings
    this.#onNewer = onNewer
    this.#plan()
  }

  get choice(): Updates {
    return { on: this.#settings.values.updates, from: URL.parse(feed)?.host ?? null }
  }

  choose(on: boolean): Updates {
    this.#settings.write({ updates: on })
    this.#plan()
    return this.choice
  }

  find(): Promise<UpdateFound> {
    return findUpdate({ feed, running: app.getVersion(), platform: process.platform })
  }

  /** Not at the very start, which has enough to do. */
  #plan(): void {
    clearTimeout(this.#timer)
    if (!this.choice.on || feed === '') return
    const last = Date.parse(this.#settings.values.updatesAskedAt ?? '')
    const wait = Number.isNaN(last) ? 0 : Math.min(day, last + day - Date.now())
    this.#timer = setTimeout(() => void this.#look(), Math.max(minute, wait))
  }

  async #look(): Promise<void> {
    this.#settings.write({ updatesAskedAt: new Date().toISOString() })
    const found = await this.find()
    if (found.found === 'newer') this.#onNewer(found.version)
    this.#plan()
  }
}
