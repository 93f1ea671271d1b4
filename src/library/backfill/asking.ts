import { setTimeout as sleep } from 'node:timers/promises'
import type { Answered, Fetch, Fetched } from '../fetch/fetched.ts'

/** Why an archive gave nothing. The words for it are chosen where they are shown. */
const backfillProblems = [
  'bad-endpoint',
  'nothing-archived',
  'unreachable',
  'busy',
  'not-a-timemap',
  'refused',
  'cancelled'
] as const
export type BackfillProblem = (typeof backfillProblems)[number]

export interface Asking {
  readonly fetch: Fetch
  /** The reader gave the address of the archive: what lies there may be asked for where it is allowed. */
  readonly origin: string
  readonly signal: AbortSignal
  /** Longest time, in ms, that an archive which asks for patience is waited for. */
  readonly patience: number
  readonly now: () => number
}

/** The archive's answer, whatever its status but 429 and 503; or why there is none. */
export type Reply =
  { readonly answer: Answered } | { readonly problem: BackfillProblem; readonly retryAt: string | null }

const rounds = 3

/** Asks an archive, waits where it says so for as long as patience has it, three times at most. */
export async function ask(url: string, asking: Asking): Promise<Reply> {
  const { fetch, origin, signal, patience, now } = asking
  const trusted = URL.canParse(url) && new URL(url).origin === origin
  for (let round = 1; ; round++) {
    if (signal.aborted) return { problem: 'cancelled', retryAt: null }
    const fetched = await fetch({ url, trusted, as: 'archive', signal })
    if (!isBusy(fetched)) return replyOf(fetched)
    const retryAt = retryTime(fetched, now())
    const wait = Math.max(0, retryAt - now())
    if (round === rounds || wait > patience) return { problem: 'busy', retryAt: new Date(retryAt).toISOString() }
    await sleep(wait, undefined, { signal }).catch(() => undefined)
  }
}

const isBusy = (fetched: Fetched): boolean =>
  fetched.kind === 'failed' ? fetched.failure === 'waiting' : fetched.status === 429 || fetched.status === 503

const minute = 60_000

/** When to ask again: what the host's memory or the archive says (in seconds or as a date); else in a minute. */
function retryTime(fetched: Fetched, now: number): number {
  const said = fetched.kind === 'failed' ? fetched.retryAt : (fetched.headers['retry-after'] ?? null)
  if (said === null) return now + minute
  if (/^\d{1,6}$/.test(said)) return now + Number(said) * 1000
  const at = Date.parse(said)
  return Number.isNaN(at) ? now + minute : Math.max(now, at)
}

function replyOf(fetched: Fetched): Reply {
  if (fetched.kind === 'answered') return { answer: fetched }
  if (fetched.failure === 'aborted') return { problem: 'cancelled', retryAt: null }
  const refused =
    fetched.failure === 'refused-address' || fetched.failure === 'bad-address' || fetched.failure === 'robots'
  return { problem: refused ? 'refused' : 'unreachable', retryAt: fetched.retryAt }
}
