import type { ChildProcess } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

export interface DevtoolsEvent {
  readonly method: string
  // oxlint-disable-next-line no-explicit-any -- the protocol has hundreds of shapes
  readonly params: any
  readonly sessionId?: string
}

interface Waiting {
  readonly answer: (result: unknown) => void
  readonly failed: (error: Error) => void
}

/**
 * Speaks Chrome's protocol with an application that was started with `--remote-debugging-pipe`, over the pipes 3 and 4 of its process:
 * without a connection, so that all connections there are can be counted.
 */
export class Devtools {
  readonly #to: Writable
  readonly #waiting = new Map<number, Waiting>()
  readonly #listeners: ((event: DevtoolsEvent) => void)[] = []
  #last = 0
  #rest = ''

  constructor(child: ChildProcess) {
    this.#to = child.stdio[3] as Writable
    // What is said after the end is answered by the end.
    this.#to.on('error', () => undefined)
    const from = child.stdio[4] as Readable
    from.setEncoding('utf8')
    from.on('data', (text: string) => this.#take(text))
    from.on('close', () => {
      for (const { failed } of this.#waiting.values()) failed(new Error('the application ended'))
      this.#waiting.clear()
    })
  }

  // oxlint-disable-next-line no-explicit-any -- as above
  send(method: string, params: object = {}, sessionId?: string): Promise<any> {
    const id = ++this.#last
    return new Promise((answer, failed) => {
      this.#waiting.set(id, { answer, failed })
      this.#to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  }

  on(listener: (event: DevtoolsEvent) => void): void {
    this.#listeners.push(listener)
  }

  #take(text: string): void {
    const parts = (this.#rest + text).split('\0')
    this.#rest = parts.pop()!
    for (const part of parts) this.#hear(JSON.parse(part) as DevtoolsEvent & Answer)
  }

  #hear(message: DevtoolsEvent & Answer): void {
    if (message.id === undefined) return this.#listeners.forEach((listener) => listener(message))
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if (message.error === undefined) waiting?.answer(message.result)
    else waiting?.failed(new Error(message.error.message))
  }
}

interface Answer {
  readonly id?: number
  readonly result?: unknown
  readonly error?: { readonly message: string }
}
