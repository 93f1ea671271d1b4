import { decodeContent } from './coding.ts'
import { exchange, type Broken, type ExchangeSettings, type Received } from './exchange.ts'
import type { Gate, Leave } from './gate.ts'
import type { LaneFor, Lanes } from './lanes.ts'
import type { Network } from './network.ts'
import type { Patience } from './patience.ts'
import { isRefusal, type Refusal } from './refusal.ts'
import type { Turns } from './turns.ts'

/** One request to one host. */
export interface Ask {
  readonly host: string
  readonly lane: LaneFor
  readonly path: string
  readonly headers: readonly string[]
  readonly spacing: () => number
  readonly perHost: () => number
  readonly signal: AbortSignal
}

/** A complete response with its content coding taken off. */
export interface Told extends Omit<Received, 'codings' | 'bytes' | 'reusable'> {
  readonly body: Buffer
  /** When it began. */
  readonly at: Date
}

export interface AskSettings {
  readonly gate: Gate
  readonly patience: Patience
  readonly network: Network
  readonly lanes: Lanes
  readonly exchange: Omit<ExchangeSettings, 'begun'>
  readonly decoding: Turns
  readonly now: () => Date
}

/**
 * Waits for its turn, asks, and remembers how the host took it. A connection that was closed without any answer, as happens
 * to those that were kept open, is tried once more.
 */
export async function ask(ask: Ask, settings: AskSettings): Promise<Told | Broken> {
  const first = await askOnce(ask, settings)
  const again = isRefusal(first) && first.failure === 'incomplete' && first.unanswered
  const outcome = again ? await askOnce(ask, settings) : first
  return withMemory(ask, outcome, settings)
}

async function askOnce(ask: Ask, settings: AskSettings): Promise<Told | Broken> {
  const early = settings.patience.check(ask.host)
  if (early !== null) return broken(early)
  const manners = () => ({ spacing: ask.spacing(), perHost: ask.perHost() })
  const leave = await settings.gate(ask.host, manners, ask.signal)
  if (leave === null) return broken({ failure: 'aborted', detail: 'aborted' })
  try {
    // The host may have asked to be left alone while this waited for its turn.
    const refusal = settings.patience.check(ask.host)
    return refusal === null ? await askNow(ask, leave, settings) : broken(refusal)
  } finally {
    leave.done()
  }
}

async function askNow(ask: Ask, leave: Leave, settings: AskSettings): Promise<Told | Broken> {
  const { lanes, decoding, now } = settings
  const lane = lanes.take(ask.lane)
  let at = now()
  const begun = (): void => {
    at = now()
    leave.begun()
  }
  const received = await exchange(lane, ask, { ...settings.exchange, begun })
  if (isRefusal(received) || !received.reusable) void lanes.drop(lane)
  else lanes.keep(lane)
  if (isRefusal(received)) return received
  if (received.status === 407 && !ask.lane.direct)
    return broken({ failure: 'offline', detail: 'proxy answers 407: it wants a password' })
  const { codings, bytes, reusable: _, ...told } = received
  const body = await decodeContent(bytes, codings, { limits: settings.exchange.limits, turns: decoding })
  if (isRefusal(body)) return { ...body, status: received.status, unanswered: false }
  return { ...told, body, at }
}

function withMemory(ask: Ask, outcome: Told | Broken, { patience, network }: AskSettings): Told | Broken {
  if (!isRefusal(outcome)) {
    patience.note(ask.host, outcome)
    network.answered(outcome.ip)
    return outcome
  }
  const judged = network.judge(outcome)
  const retryAt = patience.note(ask.host, { status: null, failure: judged.failure })
  return { ...judged, retryAt: judged.retryAt ?? retryAt }
}

function broken(refusal: Refusal): Broken {
  return { ...refusal, status: null, unanswered: false }
}
