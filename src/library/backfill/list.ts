import { ask, type Asking, type BackfillProblem } from './asking.ts'
import type { Endpoint } from './endpoint.ts'
import type { Entry } from './entry.ts'
import { readListing, type Listing } from './listing.ts'

/** More pages of a listing than this are not asked for. */
const mostPages = 50
const mostEntries = 200_000

export interface Listed {
  readonly entries: readonly Entry[]
  /** Why there is nothing, or not all. */
  readonly problem: BackfillProblem | null
  readonly retryAt: string | null
}

/** All that an archive has of a page: the first listing that can be read, with its further pages. */
export async function list(endpoint: Endpoint, url: string, asking: Asking): Promise<Listed> {
  let last: Listed = { entries: [], problem: 'nothing-archived', retryAt: null }
  for (const address of endpoint.listings(url)) {
    const first = await readPage(address, { endpoint, url, asking })
    if (!('problem' in first)) return withPages(address, first, { endpoint, url, asking })
    last = { entries: [], ...first }
    if (first.problem === 'cancelled' || first.problem === 'busy') break
  }
  return last
}

interface Listable {
  readonly endpoint: Endpoint
  readonly url: string
  readonly asking: Asking
}

type Page = Listing | { readonly problem: BackfillProblem; readonly retryAt: string | null }

async function readPage(address: string, { endpoint, url, asking }: Listable): Promise<Page> {
  const reply = await ask(address, asking)
  if ('problem' in reply) return reply
  const { status, body, finalUrl } = reply.answer
  if (status === 404 || status === 410) return { problem: 'nothing-archived', retryAt: null }
  if (status !== 200) return { problem: status === 401 || status === 403 ? 'refused' : 'unreachable', retryAt: null }
  return (
    readListing(body.toString('utf8'), { url, from: finalUrl, copy: endpoint.copy }) ?? {
      problem: 'not-a-timemap',
      retryAt: null
    }
  )
}

/** Goes through the pages a TimeMap names, each once. One that does not come leaves the others. */
async function withPages(address: string, first: Listing, listable: Listable): Promise<Listed> {
  const entries = [...first.entries]
  const asked = new Set([address])
  const waiting = [...first.pages]
  let trouble: Omit<Listed, 'entries'> = { problem: null, retryAt: null }
  for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
    if (asked.has(page) || asked.size >= mostPages || entries.length >= mostEntries) continue
    asked.add(page)
    const more = await readPage(page, listable)
    if ('problem' in more) {
      trouble = more
      if (more.problem === 'cancelled' || more.problem === 'busy') break
      continue
    }
    for (const entry of more.entries) entries.push(entry)
    waiting.push(...more.pages.slice(0, mostPages))
  }
  const problem = entries.length === 0 ? (trouble.problem ?? 'nothing-archived') : trouble.problem
  return { entries, problem, retryAt: trouble.retryAt }
}
