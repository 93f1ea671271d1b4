import { Notification } from 'electron'
import type { Notice } from '../contract/tracking.ts'
import { noticeWords } from './notice-words.ts'

/** What comes within this time is told together, in milliseconds. */
const groupedFor = 30_000
/** More than these wait for nothing: the rest is counted in the list. */
const mostWaiting = 1000

export interface NotifierParts {
  /** The reader looks at the window: the list shows it already. */
  readonly isWatched: () => boolean
  readonly onClick: (notice: Notice) => void
}

/** Tells the reader what the library finds worth telling, in one notification at a time. What is worth it, the library decides. */
export class Notifier {
  readonly #parts: NotifierParts
  #waiting: Notice[] = []
  #timer: NodeJS.Timeout | null = null
  /** Kept, so that a click still finds it. */
  #shown: Notification | null = null

  constructor(parts: NotifierParts) {
    this.#parts = parts
  }

  /** The first notice starts the time in which others join it. */
  add(notices: readonly Notice[]): void {
    this.#waiting.push(...notices.slice(0, mostWaiting - this.#waiting.length))
    if (this.#waiting.length === 0 || this.#timer !== null) return
    this.#timer = setTimeout(() => this.#show(), groupedFor)
  }

  #show(): void {
    this.#timer = null
    const notices = this.#waiting
    this.#waiting = []
    const [first] = notices
    if (first === undefined || this.#parts.isWatched() || !Notification.isSupported()) return
    const shown = new Notification({ ...noticeWords(notices), silent: true })
    shown.on('click', () => this.#parts.onClick(first))
    this.#shown?.close()
    this.#shown = shown
    shown.show()
  }
}
