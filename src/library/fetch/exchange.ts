import { setImmediate as soon } from 'node:timers/promises'
import type { Dispatcher } from 'undici'
import { codingsOf, tooLarge } from './coding.ts'
import { refusalFor } from './faults.ts'
import { Gathering } from './gathering.ts'
import { joinHeaders } from './headers.ts'
import type { Lane } from './lanes.ts'
import type { Limits } from './limits.ts'
import { isRefusal, type Refusal } from './refusal.ts'
import type { Release, Turns } from './turns.ts'

export interface Request {
  /** As it stands on the request line. */
  readonly path: string
  readonly headers: readonly string[]
  readonly signal: AbortSignal
}

/** A complete response, its content coding not yet taken off. */
export interface Received {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly codings: readonly string[]
  readonly bytes: Buffer
  readonly ip: string | null
  readonly certificate: string | null
  /** Every byte was read: the connection can serve another request. */
  readonly reusable: boolean
}

export interface ExchangeSettings {
  readonly limits: Limits
  /** Places for large responses. */
  readonly large: Turns
  /** Called when the other side has begun to answer, or the exchange is over. */
  readonly begun: () => void
}

/** What can be said of a refusal: how far it came. */
export interface Broken extends Refusal {
  readonly status: number | null
  /** Nothing at all came back. */
  readonly unanswered: boolean
}

export const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** One request and its response. The connection is closed if anything is wrong with it. Never throws. */
export function exchange(lane: Lane, request: Request, settings: ExchangeSettings): Promise<Received | Broken> {
  return new Exchange(lane, request, settings).run()
}

const mostInterim = 20
/** How much of a redirect's body is read, and for how long, so that the connection can be used again. */
const redirectBody = 64 * 1024
const redirectWait = 2000

class Exchange implements Dispatcher.DispatchHandler {
  readonly #lane: Lane
  readonly #request: Request
  readonly #settings: ExchangeSettings
  readonly #body = new Gathering()
  #controller: Dispatcher.DispatchController | undefined
  #settle!: (outcome: Received | Broken) => void
  #over = false
  #firstByte: NodeJS.Timeout | undefined
  #whole: NodeJS.Timeout | undefined
  #interim = 0
  #status: number | null = null
  #headers: Readonly<Record<string, string>> = {}
  #codings: readonly string[] = []
  #place: Promise<void> | undefined
  #release: Release | undefined

  constructor(lane: Lane, request: Request, settings: ExchangeSettings) {
    this.#lane = lane
    this.#request = request
    this.#settings = settings
  }

  run(): Promise<Received | Broken> {
    const { whole } = this.#settings.limits
    const { path, headers, signal } = this.#request
    return new Promise((resolve) => {
      this.#settle = resolve
      if (signal.aborted) return this.#fail({ failure: 'aborted', detail: 'aborted' })
      signal.addEventListener('abort', this.#aborted, { once: true })
      this.#whole = setTimeout(() => this.#late(`not complete after ${whole / 1000} s`), whole)
      this.#lane.client.dispatch({ path, method: 'GET', headers: [...headers] }, this)
    })
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    const { firstByte } = this.#settings.limits
    this.#firstByte ??= setTimeout(() => this.#late(`no answer after ${firstByte / 1000} s`), firstByte)
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>[2]
  ): void {
    if (status < 200) {
      if (++this.#interim > mostInterim)
        this.#fail({ failure: 'bad-response', detail: `${mostInterim} interim answers` })
      return
    }
    clearTimeout(this.#firstByte)
    this.#settings.begun()
    this.#status = status
    this.#headers = joinHeaders(headers)
    const problem = this.#headProblem(status)
    if (problem !== null) this.#fail(problem)
    else if (this.#isRedirect()) this.#firstByte = setTimeout(() => this.#finish(false), redirectWait)
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    if (this.#over) return
    this.#body.add(chunk)
    const { limits } = this.#settings
    if (this.#body.length > this.#cap()) {
      if (this.#isRedirect()) return this.#finish(false)
      return this.#fail(tooLarge(`more than ${this.#cap()} bytes`))
    }
    if (this.#body.length > limits.large && this.#place === undefined) this.#place = this.#waitForPlace(controller)
  }

  onResponseEnd(): void {
    if (this.#over) return
    this.#lane.seen.left = 0
    // What is wrong with the bytes that follow shows once the parser has gone on.
    void soon().then(() => this.#end())
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(refusalFor(error, this.#status !== null))
  }

  #headProblem(status: number): Refusal | null {
    if (status > 599) return { failure: 'bad-response', detail: `status ${status}` }
    if (status === 206)
      return { failure: 'bad-response', detail: 'a part of the page, although the whole was asked for' }
    if (this.#isRedirect()) return null
    const codings = codingsOf(this.#headers['content-encoding'], this.#settings.limits)
    if (isRefusal(codings)) return codings
    this.#codings = codings
    const announced = Number(this.#headers['content-length'])
    return announced > this.#cap() ? tooLarge(`${announced} bytes announced`) : null
  }

  #isRedirect(): boolean {
    return redirectStatuses.has(this.#status ?? 0)
  }

  #cap(): number {
    const { coded, decoded } = this.#settings.limits
    if (this.#isRedirect()) return redirectBody
    return this.#codings.length > 0 ? coded : decoded
  }

  async #waitForPlace(controller: Dispatcher.DispatchController): Promise<void> {
    controller.pause()
    const release = await this.#settings.large.take()
    if (this.#over) return release()
    this.#release = release
    controller.resume()
  }

  #end(): void {
    const { left, fault } = this.#lane.seen
    const more = left > 0 || isAboutMore(fault())
    if (more && !this.#isRedirect()) {
      const announced = this.#headers['content-length'] ?? 'were'
      return this.#fail({ failure: 'incomplete', detail: `more bytes came than the ${announced} announced` })
    }
    if (this.#body.length === 0 && !this.#saysEmpty())
      return this.#fail({ failure: 'incomplete', detail: 'the connection ended before the body began' })
    this.#finish(!more)
  }

  /** A body of nothing has a length of 0, or a last chunk, or a status that goes without one. */
  #saysEmpty(): boolean {
    const isFramed = this.#headers['content-length'] !== undefined || this.#headers['transfer-encoding'] !== undefined
    return isFramed || this.#status === 204 || this.#status === 304 || this.#isRedirect()
  }

  #finish(reusable: boolean): void {
    if (!this.#close()) return
    const { ip, certificate } = this.#lane.seen
    const [headers, codings, bytes] = [this.#headers, this.#codings, this.#body.take()]
    this.#settle({ status: this.#status!, headers, codings, bytes, ip, certificate, reusable })
  }

  #late(detail: string): void {
    this.#fail({ failure: 'timeout', detail })
  }

  readonly #aborted = (): void => this.#fail({ failure: 'aborted', detail: 'aborted' })

  #fail(refusal: Refusal): void {
    if (!this.#close()) return
    this.#controller?.abort(new Error(refusal.detail))
    this.#settle({ ...refusal, status: this.#status, unanswered: this.#status === null && this.#interim === 0 })
  }

  /** False when the exchange was over before. */
  #close(): boolean {
    if (this.#over) return false
    this.#over = true
    clearTimeout(this.#firstByte)
    clearTimeout(this.#whole)
    this.#request.signal.removeEventListener('abort', this.#aborted)
    this.#release?.()
    this.#settings.begun()
    return true
  }
}

/** Whether a connection was found fault with because something came that nobody had asked for. */
function isAboutMore(fault: Error | null): boolean {
  return fault?.name === 'HTTPParserError' || fault?.message === 'bad response'
}
