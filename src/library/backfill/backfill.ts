import type { Fetch } from '../fetch/fetched.ts'
import { ask, type Asking, type BackfillProblem } from './asking.ts'
import { chooseEntries } from './choose.ts'
import { readEndpoint } from './endpoint.ts'
import { placeOf, type Entry } from './entry.ts'
import { list } from './list.ts'
import { mementoOf, rawUrl, type Memento } from './memento.ts'

export type { Memento } from './memento.ts'

export interface BackfillOptions {
  /** Throttles itself by host. */
  readonly fetch: Fetch
  /** The reader's archive: the prefix of a TimeMap, a CDX server, or an address with `{url}`. */
  readonly endpoint: string
  readonly url: string
  readonly signal: AbortSignal
  /** So many copies are asked for at most. */
  readonly most: number
  /** Stores one state; the next is asked for once it is done. In order of time. */
  readonly onMemento: (memento: Memento) => Promise<void> | void
  readonly onProgress?: (done: number, total: number) => void
  /** Copies that are there already, by their address, so that an interrupted backfill goes on where it ended. */
  readonly known?: (archiveUrl: string) => boolean
  /** Longest time, in ms, that an archive which asks for patience is waited for; five minutes where absent. */
  readonly patience?: number
  readonly now?: () => number
}

export interface Backfilled {
  /** How many copies were chosen, and handed over. */
  readonly total: number
  readonly taken: number
  /** Copies that were none: errors of the archive's, broken ones. */
  readonly broken: number
  /** Why it ended early or gave nothing; null where it went through. */
  readonly problem: BackfillProblem | null
  /** When the archive may be asked again (ISO 8601 UTC), where it says so. */
  readonly retryAt: string | null
}

/**
 * Asks an archive for a page's past (Memento, RFC 7089; CDX): lists what it has, chooses, and hands over one state after
 * another. Never throws for what the archive does. What is handed over was seen by the archive, not by the reader.
 */
export async function backfill(options: BackfillOptions): Promise<Backfilled> {
  const { fetch, url, signal, most, known = () => false } = options
  const endpoint = readEndpoint(options.endpoint)
  if (endpoint === undefined) return { ...nothing, problem: 'bad-endpoint' }
  const { patience = 5 * 60_000, now = Date.now } = options
  const asking: Asking = { fetch, origin: endpoint.origin, signal, patience, now }
  const { entries, problem, retryAt } = await list(endpoint, url, asking)
  if (problem === 'cancelled') return { ...nothing, problem }
  const taken = await take(
    chooseEntries(entries, most).filter(({ archiveUrl }) => !known(archiveUrl)),
    options,
    asking
  )
  return { ...taken, problem: taken.problem ?? problem, retryAt: taken.retryAt ?? retryAt }
}

/**
 * The same for copies that somebody else's list names: no archive is asked for one. Only the reader's own archive, the
 * `endpoint`, is trusted to be where the reader allows it; other hosts are those of a file.
 */
export async function fetchMementos(
  options: Omit<BackfillOptions, 'url'> & { readonly entries: readonly Entry[] }
): Promise<Backfilled> {
  const { fetch, signal, most, entries, known = () => false, patience = 5 * 60_000, now = Date.now } = options
  const chosen = chooseEntries(entries, most).filter(({ archiveUrl }) => !known(archiveUrl))
  const origin = readEndpoint(options.endpoint)?.origin ?? ''
  return take(chosen, options, { fetch, origin, signal, patience, now })
}

const nothing: Backfilled = { total: 0, taken: 0, broken: 0, problem: null, retryAt: null }

type Taking = Pick<BackfillOptions, 'onMemento' | 'onProgress'>

/** So many that cannot be reached in a row, and the archive is left alone. */
const mostUnreachable = 3

async function take(chosen: readonly Entry[], options: Taking, asking: Asking): Promise<Backfilled> {
  const raw: Raw = { refused: new Set() }
  const handed = new Set<string>()
  const ended = (rest: Partial<Backfilled>): Backfilled => ({
    ...nothing,
    total: chosen.length,
    taken: handed.size,
    broken,
    ...rest
  })
  let [broken, unreachable] = [0, 0]
  options.onProgress?.(0, chosen.length)
  for (const [n, entry] of chosen.entries()) {
    const got = await getMemento(entry, asking, raw)
    if ('problem' in got) {
      unreachable++
      const isOver = got.problem === 'cancelled' || got.problem === 'busy' || unreachable >= mostUnreachable
      if (isOver) return ended({ problem: got.problem, retryAt: got.retryAt })
    } else unreachable = 0
    const memento = 'memento' in got ? got.memento : undefined
    if (memento === undefined) broken++
    else if (!handed.has(memento.at)) {
      // An archive that has not this copy answers with the nearest one, which may have been handed over before.
      await options.onMemento(memento)
      handed.add(memento.at)
    }
    options.onProgress?.(n + 1, chosen.length)
  }
  return ended({})
}

/** Places whose archive did not give a raw body. */
interface Raw {
  readonly refused: Set<string>
}

type Got =
  { readonly memento: Memento | undefined } | { readonly problem: BackfillProblem; readonly retryAt: string | null }

/** The body as it was sent where the archive gives it; else its copy for reading, its additions taken out. */
async function getMemento(entry: Entry, asking: Asking, { refused }: Raw): Promise<Got> {
  const asSent = rawUrl(entry)
  const place = placeOf(entry.archiveUrl)?.before ?? ''
  if (asSent !== undefined && !refused.has(place)) {
    const reply = await ask(asSent, asking)
    if ('problem' in reply) return reply
    const memento = mementoOf(reply.answer, entry)
    if (memento !== undefined) return { memento }
    if (reply.answer.status >= 500) return { memento: undefined }
  }
  const reply = await ask(entry.archiveUrl, asking)
  if ('problem' in reply) return reply
  const memento = mementoOf(reply.answer, entry)
  if (memento !== undefined && asSent !== undefined) refused.add(place)
  return { memento }
}
