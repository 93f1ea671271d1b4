import {
  MessageChannelMain,
  utilityProcess,
  type BrowserWindow,
  type MessagePortMain,
  type UtilityProcess
} from 'electron'
import {
  libraryMessage,
  type LibraryConfig,
  type LibraryMessage,
  type LibraryNews,
  type MainMessage
} from '../contract/process.ts'
import type { LibraryState } from '../contract/shell.ts'

/** Takes what the library process asks of main; `reply` reaches the process that asked, or nobody. */
export interface Desk {
  readonly take: (message: Exclude<LibraryMessage, LibraryNews>, reply: (message: MainMessage) => void) => void
  /** The process has ended: nobody waits for its answers. */
  readonly ended: () => void
}

export interface HostOptions {
  readonly onState: (state: LibraryState) => void
  readonly desk: Desk
}

/** More unexpected ends than this in a minute, and starting it again would only go on for ever. */
const mostRestartsAMinute = 5

/** Keeps the library process running and hands every window a port to it. */
export class LibraryHost {
  readonly #script: string
  #config: LibraryConfig
  readonly #onState: (state: LibraryState) => void
  readonly #desk: Desk
  readonly #windows = new Set<BrowserWindow>()
  readonly #ends: number[] = []
  #process: UtilityProcess | null = null
  #state: LibraryState = { state: 'starting', restarts: 0 }
  #quitting = false

  constructor(script: string, config: LibraryConfig, { onState, desk }: HostOptions) {
    this.#script = script
    this.#config = config
    this.#onState = onState
    this.#desk = desk
    this.#start()
  }

  get state(): LibraryState {
    return this.#state
  }

  /** Where the library lies. */
  get path(): string {
    return this.#config.path
  }

  /** Closes the library and opens it anew, or the one at another place; windows get a port to it. */
  async open(place: Partial<Pick<LibraryConfig, 'path' | 'mustExist'>>): Promise<null> {
    this.#set({ state: 'stopped', restarts: this.#state.restarts })
    await this.stop()
    this.#quitting = false
    this.#ends.length = 0
    this.#config = { ...this.#config, ...place }
    this.#set({ state: 'starting', restarts: this.#state.restarts })
    this.#start()
    return null
  }

  /** Gives a window a port to the library, and a new one whenever the library was started again. */
  connect(window: BrowserWindow): void {
    if (!this.#windows.has(window)) window.once('closed', () => this.#windows.delete(window))
    this.#windows.add(window)
    if (this.#process === null || window.isDestroyed()) return
    const { port1, port2 } = new MessageChannelMain()
    this.#process.postMessage(null, [port1])
    window.webContents.postMessage('library-port', null, [port2])
  }

  /** A port to the library of main's own; null where no process runs. */
  openPort(): MessagePortMain | null {
    if (this.#process === null) return null
    const { port1, port2 } = new MessageChannelMain()
    this.#process.postMessage(null, [port1])
    return port2
  }

  /** Tells the process something; nobody, where none runs. */
  tell(message: MainMessage): void {
    this.#process?.postMessage(message)
  }

  /** From now on an end of the process is expected, and it is not started again. */
  letEnd(): void {
    this.#quitting = true
  }

  /**
   * Ends the process for good; resolved when it has closed its file, or after three seconds, when it is ended by force.
   * Null where there is none to wait for, or one that a signal to the whole group has caught before it was up.
   */
  stop(): Promise<void> | null {
    this.letEnd()
    const ending = this.#process
    if (ending?.pid === undefined) return null
    return new Promise((done) => {
      const force = setTimeout(() => {
        ending.kill()
        done()
      }, 3000)
      ending.once('exit', () => {
        clearTimeout(force)
        done()
      })
      ending.postMessage('close')
    })
  }

  #start(): void {
    const started = utilityProcess.fork(this.#script, [JSON.stringify(this.#config)], {
      serviceName: 'Palimpsest library'
    })
    this.#process = started
    started.on('message', (message: unknown) => this.#receive(started, libraryMessage.parse(message)))
    started.once('exit', () => this.#ended(started))
    for (const window of this.#windows) this.connect(window)
  }

  #receive(from: UtilityProcess, message: LibraryMessage): void {
    if ('state' in message) return this.#report(message)
    this.#desk.take(message, (answer) => {
      if (this.#process === from) from.postMessage(answer)
    })
  }

  #ended(ended: UtilityProcess): void {
    if (this.#process !== ended) return
    this.#desk.ended()
    this.#process = null
    if (this.#quitting) return
    const now = Date.now()
    this.#ends.push(now)
    const restarts = this.#state.restarts + 1
    if (this.#ends.filter((end) => now - end < 60_000).length > mostRestartsAMinute) {
      return this.#report({ state: 'refused', failure: { code: 'library-stopped', detail: '' } })
    }
    this.#set({ state: 'stopped', restarts })
    this.#start()
  }

  #report(message: LibraryNews): void {
    this.#set({ ...message, restarts: this.#state.restarts })
  }

  #set(state: LibraryState): void {
    this.#state = state
    this.#onState(state)
  }
}
