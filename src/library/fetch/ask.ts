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
  const first = await inTurn(ask, settings, (outcome) =>
    isUnanswered(outcome) ? outcome : remember(ask, outcome, settings)
  )
  return isUnanswered(first) ? inTurn(ask, settings, (outcome) => remember(ask, outcome, settings)) : first
}

type Outcome = Told | Broken

function isUnanswered(outcome: Outcome): boolean {
  return isRefusal(outcome) && outcome.failure === 'incomplete' && outcome.unanswered
}

/** `note` is called before the next in the queue has its turn, which depends on what is remembered. */
async function inTurn(ask: Ask, settings: AskSettings, note: (outcome: Outcome) => Outcome): Promise<Outcome> {
  const early = settings.patience.check(ask.host)
  if (early !== null) return broken(early)
  const manners = () => ({ spacing: ask.spacing(), perHost: ask.perHost() })
  const leave = await settings.gate(ask.host, manners, ask.signal)
  if (leave === null) return broken({ failure: 'aborted', detail: 'aborted' })
  try {
    // The host may have asked to be left alone while this waited for its turn.
    const refusal = settings.patience.check(ask.host)
    return refusal === null ? note(await askNow(ask, leave, settings)) : broken(refusal)
  } finally {
    leave.done()
  }
}

async function askNow(ask: Ask, leave: Leave, settings: AskSettings): Promise<Outcome> {
  const { lanes, decoding, now } = settings
  const lane = lanes.take(ask.lane)
  let at: Date | undefined
  const begun = (): void => {
    at ??= now()
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
  return { ...told, body, at: at ?? now() }
}

function remember(ask: Ask, outcome: Outcome, { patience, network }: AskSettings): Outcome {
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
