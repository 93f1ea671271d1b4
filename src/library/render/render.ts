import type { RenderAnswer, RenderRequest } from '../../contract/process.ts'
import { webAddress } from '../fetch/address.ts'
import type { ConnectHook } from '../fetch/connect.ts'
import type { FetchFailure } from '../fetch/fetched.ts'
import { usualLimits } from '../fetch/limits.ts'
import type { ProxyFor } from '../fetch/proxy.ts'
import { isRefusal, type Refusal } from '../fetch/refusal.ts'
import { systemResolve, type Resolve } from '../fetch/resolve.ts'
import { openPageProxy, type PageProxy } from './proxy.ts'

export interface Rendering {
  readonly url: string
  /**
   * A person gave this very address and the reader allowed its host: the host may be a private one. Whatever else the page asks
   * for may not.
   */
  readonly allowed?: boolean
  /** Who asks, as the fetcher says it; the browser's own words where it is not given. */
  readonly userAgent?: string
  readonly signal?: AbortSignal
}

/** A page as a browser shows it, or why it could not be shown whole. */
export type Rendered =
  | {
      readonly kind: 'rendered'
      /** Where the last redirect led. */
      readonly finalUrl: string
      readonly status: number
      /** The document as its scripts have left it, written out as HTML. */
      readonly html: string
      /** A PNG of the page from its top; null where none could be made. */
      readonly screenshot: Buffer | null
      /** When the page answered: ISO 8601 UTC. */
      readonly at: string
    }
  | {
      readonly kind: 'failed'
      readonly failure: FetchFailure
      /** For the activity log: a code or name of the system's, an address, a time. */
      readonly detail: string
    }

/** Shows a page in a browser that nothing of it outlives. Robots and turns are the caller's. Never throws for what a page does. */
export type Render = (wanted: Rendering) => Promise<Rendered>

interface RenderLimits {
  /** Bytes of everything the page asks for, as they come over the network. */
  readonly bytes: number
  readonly connections: number
  /** Milliseconds from the capture being asked for to its answer, the wait for a free window included. */
  readonly whole: number
}

const usualRenderLimits: RenderLimits = { bytes: 20 * 2 ** 20, connections: 300, whole: 300_000 }

export interface RenderOptions {
  /** Asks the process that has the windows. */
  readonly ask: (request: Omit<RenderRequest, 'seq'>, signal: AbortSignal) => Promise<RenderAnswer>
  readonly proxyFor?: ProxyFor
  readonly resolve?: Resolve
  readonly connectHook?: ConnectHook
  readonly limits?: Partial<RenderLimits>
}

/** What shows pages: every connection of a page goes through a proxy of its own that lives as long as the capture. */
export function createRender(options: RenderOptions): Render {
  const limits = { ...usualRenderLimits, ...options.limits }
  return async (wanted) => {
    const url = webAddress(wanted.url)
    if (isRefusal(url)) return failed(url)
    const ending = new AbortController()
    const end = endings(ending, wanted.signal, limits.whole)
    const proxy = await openPageProxy({
      connecting: {
        resolve: options.resolve ?? systemResolve,
        hook: options.connectHook,
        timeout: usualLimits.connect,
        trust: undefined
      },
      proxyFor: options.proxyFor,
      allowedHost: wanted.allowed === true ? url.host : null,
      mostBytes: limits.bytes,
      mostConnections: limits.connections,
      onTooLarge: () => end.because({ failure: 'too-large', detail: `more than ${limits.bytes} bytes` })
    })
    try {
      const { port, username, password } = proxy
      const request = { url: url.href, proxy: { port, username, password }, userAgent: wanted.userAgent ?? null }
      const answer = ending.signal.aborted ? null : await options.ask(request, ending.signal)
      return end.reason === null && answer !== null ? outcome(answer, url, proxy) : failed(end.reason ?? aborted)
    } finally {
      end.forget()
      await proxy.close()
    }
  }
}

const aborted: Refusal = { failure: 'aborted', detail: 'aborted' }

interface Endings {
  /** Why the capture was ended before its time; null where it was not. */
  readonly reason: Refusal | null
  readonly because: (reason: Refusal) => void
  readonly forget: () => void
}

function endings(ending: AbortController, signal: AbortSignal | undefined, whole: number): Endings {
  let reason: Refusal | null = null
  const because = (why: Refusal): void => {
    reason ??= why
    ending.abort()
  }
  const abort = (): void => because(aborted)
  const late = () => because({ failure: 'timeout', detail: `not shown after ${whole / 1000} s` })
  const timer = setTimeout(late, whole)
  signal?.addEventListener('abort', abort)
  if (signal?.aborted === true) abort()
  return {
    get reason() {
      return reason
    },
    because,
    forget: () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    }
  }
}

/** The browser only sees that a connection failed; the proxy knows why. */
function outcome(answer: RenderAnswer, asked: URL, proxy: PageProxy): Rendered {
  if (answer.kind === 'rendered') {
    const { screenshot, ...rest } = answer
    return { ...rest, screenshot: screenshot === null ? null : Buffer.from(screenshot) }
  }
  const { failure, detail } = answer
  const reached = answer.at !== null && URL.canParse(answer.at) ? new URL(answer.at) : asked
  const fault = failure === 'connect' || failure === 'incomplete' ? proxy.faultOf(reached.host) : undefined
  return failed(fault ?? { failure, detail })
}

function failed({ failure, detail }: Refusal): Rendered {
  return { kind: 'failed', failure, detail }
}
