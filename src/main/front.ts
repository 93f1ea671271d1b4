import type { BrowserWindow } from 'electron'
import type { ShellEvents } from '../contract/shell.ts'
import { tellWindow } from './shell.ts'

/** The one window: opened, brought to the front, and handed what arrives for it, whether or not it is there already. */
export class Front {
  readonly #open: () => BrowserWindow
  readonly #onClosed: () => void
  #window: BrowserWindow | null = null
  /** What no window could take yet; null once the window takes things as they come. */
  #waiting: (() => void)[] | null = []

  constructor(open: () => BrowserWindow, onClosed: () => void) {
    this.#open = open
    this.#onClosed = onClosed
  }

  get window(): BrowserWindow | null {
    return this.#window
  }

  /** Whether the reader has it before their eyes. */
  get isWatched(): boolean {
    return this.#window !== null && this.#window.isVisible() && this.#window.isFocused()
  }

  /** Brings the window to the front; opens it where there is none. */
  raise(): void {
    if (this.#window === null) return this.#openWindow()
    if (this.#window.isMinimized()) this.#window.restore()
    this.#window.focus()
  }

  tell<K extends keyof ShellEvents>(event: K, payload: ShellEvents[K]): void {
    tellWindow(this.#window, event, payload)
  }

  /** Does something once the window can take what it is told, in order. */
  whenReady(act: () => void): void {
    if (this.#waiting === null) act()
    else this.#waiting.push(act)
  }

  /** The window can take what waits for it. */
  ready(): void {
    const waiting = this.#waiting ?? []
    this.#waiting = null
    for (const act of waiting) act()
  }

  #openWindow(): void {
    const window = this.#open()
    this.#window = window
    window.on('closed', () => {
      this.#window = null
      this.#waiting ??= []
      this.#onClosed()
    })
  }
}
