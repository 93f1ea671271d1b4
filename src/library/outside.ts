import {
  mainMessage,
  type LibraryMessage,
  type MainMessage,
  type PrintAnswer,
  type PrintJob,
  type RenderAnswer,
  type SystemState,
  type TrayCommand
} from '../contract/process.ts'
import type { Notice } from '../contract/tracking.ts'
import { CallFailure } from '../contract/failure.ts'
import type { ProxyFor } from './fetch/proxy.ts'
import type { Render } from './render/render.ts'

/** What only the process around the library can do: show pages, know the system's proxies and its state, tell the reader. */
export interface Outside {
  readonly render: Render
  /** A page of ours as PDF or PNG. Throws `CallFailure`. */
  readonly print: (job: PrintJob) => Promise<Uint8Array>
  readonly proxyFor: ProxyFor
  readonly notify: (notices: readonly Notice[]) => void
  /** Tells when the computer goes to sleep, wakes, loses or finds the network; returns what ends it. */
  readonly onSystem: (listener: (state: SystemState) => void) => () => void
  /** Tells what the reader asks for in the tray, where no window may be; returns what ends it. */
  readonly onTray: (listener: (command: TrayCommand) => void) => () => void
  /** Has the tray show whether checks are paused. */
  readonly showChecking: (checking: { readonly paused: boolean }) => void
}

/** Where messages go, and come from. */
export interface OutsideLine extends Outside {
  /** Takes a message from outside; false where it is none of ours. */
  readonly receive: (message: unknown) => boolean
}

/** Asks and is answered by messages, each question with a number of its own. */
export function openOutside(post: (message: LibraryMessage) => void): OutsideLine {
  const line = new Line(post)
  // A start has no time for the HTTP client behind it.
  let rendering: Promise<Render> | undefined
  const startRendering = async (): Promise<Render> => {
    const { createRender } = await import('./render/render.ts')
    return createRender({
      ask: (request, signal) => line.render(request, signal),
      proxyFor: (url) => line.proxyFor(url)
    })
  }
  return {
    render: async (wanted) => (await (rendering ??= startRendering()))(wanted),
    print: (job) => line.print(job),
    proxyFor: (url) => line.proxyFor(url),
    notify: (notices) => post({ notices: [...notices] }),
    onSystem: (listener) => listen(line.onSystem, listener),
    onTray: (listener) => listen(line.onTray, listener),
    showChecking: (checking) => post({ checking }),
    receive: (message) => line.receive(message)
  }
}

type Asked = Omit<Extract<LibraryMessage, { render: unknown }>['render'], 'seq'>

class Line {
  readonly onSystem = new Set<(state: SystemState) => void>()
  readonly onTray = new Set<(command: TrayCommand) => void>()
  readonly #post: (message: LibraryMessage) => void
  readonly #renders = new Map<number, (answer: RenderAnswer) => void>()
  readonly #prints = new Map<number, (answer: PrintAnswer) => void>()
  readonly #proxies = new Map<number, (answer: string) => void>()
  #seq = 0

  constructor(post: (message: LibraryMessage) => void) {
    this.#post = post
  }

  /** Answered at once where `signal` is aborted, whatever the other side does. */
  render(request: Asked, signal: AbortSignal): Promise<RenderAnswer> {
    const seq = ++this.#seq
    return new Promise((resolve) => {
      const stop = (): void => {
        if (!this.#renders.delete(seq)) return
        this.#post({ stopRender: { seq } })
        resolve({ kind: 'failed', failure: 'aborted', detail: 'aborted', at: null })
      }
      this.#renders.set(seq, (answer) => {
        signal.removeEventListener('abort', stop)
        resolve(answer)
      })
      signal.addEventListener('abort', stop, { once: true })
      this.#post({ render: { seq, ...request } })
    })
  }

  async print(job: PrintJob): Promise<Uint8Array> {
    const seq = ++this.#seq
    const answer = await new Promise<PrintAnswer>((resolve) => {
      this.#prints.set(seq, resolve)
      this.#post({ print: { seq, job } })
    })
    if (answer.kind === 'failed') throw new CallFailure('internal', answer.detail)
    return answer.bytes
  }

  proxyFor(url: string): Promise<string> {
    const seq = ++this.#seq
    return new Promise((resolve) => {
      this.#proxies.set(seq, resolve)
      this.#post({ proxyFor: { seq, url } })
    })
  }

  receive(message: unknown): boolean {
    const read = mainMessage.safeParse(message)
    if (!read.success || read.data === 'close') return false
    this.#take(read.data)
    return true
  }

  #take(message: Exclude<MainMessage, 'close'>): void {
    if ('system' in message) {
      for (const listener of this.onSystem) listener(message.system)
    } else if ('tray' in message) {
      for (const listener of this.onTray) listener(message.tray)
    } else if ('rendered' in message) settle(this.#renders, message.rendered)
    else if ('printed' in message) settle(this.#prints, message.printed)
    else settle(this.#proxies, message.proxy)
  }
}

function listen<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function settle<T>(waiting: Map<number, (answer: T) => void>, { seq, answer }: { seq: number; answer: T }): void {
  waiting.get(seq)?.(answer)
  waiting.delete(seq)
}
