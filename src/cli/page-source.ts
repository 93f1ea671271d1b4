import { readFile, stat } from 'node:fs/promises'
import { decodePage } from '../library/fetch/decode.ts'
import { createFetch } from '../library/fetch/fetch.ts'
import type { HostState } from '../library/fetch/fetched.ts'
import type { PageSource } from '../library/extract/read-page.ts'
import { version } from './placed.ts'

/** Why there is no page, in words for the person at the terminal. */
export class PageRefusal extends Error {}

export interface Wanted {
  /** A file, or an address on the web. */
  readonly place: string
  /** The address that a file was saved from. */
  readonly url: string | null
  /** The encoding, whatever the page or its server says. */
  readonly charset: string | null
  /** Now, ISO 8601. */
  readonly at: string
}

export interface Got {
  readonly text: string
  readonly encoding: string
  readonly source: PageSource
}

/** As many bytes as are read of the web. */
const largest = 20 * 2 ** 20

/** Reads a page from a file or from the web. Throws `PageRefusal`. */
export async function getPage(wanted: Wanted): Promise<Got> {
  if (wanted.charset !== null && !isEncoding(wanted.charset))
    throw new PageRefusal(`"${wanted.charset}" is no encoding that is known.`)
  return /^https?:\/\//iu.test(wanted.place) ? fromWeb(wanted) : fromFile(wanted)
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label) instanceof TextDecoder
  } catch {
    return false
  }
}

async function fromFile({ place, url, charset, at }: Wanted): Promise<Got> {
  const facts = await stat(place).catch((error: NodeJS.ErrnoException) => {
    throw new PageRefusal(`"${place}" ${error.code === 'ENOENT' ? 'is not there' : `cannot be read (${error.code})`}.`)
  })
  if (!facts.isFile()) throw new PageRefusal(`"${place}" is no file.`)
  if (facts.size > largest)
    throw new PageRefusal(`"${place}" is too large. Pages are read up to ${largest / 2 ** 20} MB.`)
  const bytes = await readFile(place).catch((error: NodeJS.ErrnoException) => {
    throw new PageRefusal(`"${place}" cannot be read (${error.code}).`)
  })
  return { ...decodePage(bytes, null, charset ?? undefined), source: { url: url ?? '', at } }
}

/** A person typed the address, so it may be on a private network, and the site is asked for this one page whatever its robots.txt says. */
async function fromWeb({ place, charset, at }: Wanted): Promise<Got> {
  if (!URL.canParse(place)) throw new PageRefusal(`"${place}" is no address.`)
  const hosts = new Map<string, HostState>()
  const policy = { obeyRobots: false, contact: '', spacing: 0, perHost: 1, allowedHosts: [new URL(place).host] }
  const fetcher = createFetch({ policy: () => policy, hosts, now: () => new Date(), version: version() })
  try {
    const fetched = await fetcher.fetch({ url: place, trusted: true, as: 'page' })
    if (fetched.kind === 'failed')
      throw new PageRefusal(`"${place}" did not come: ${fetched.failure} (${fetched.detail}).`)
    const { body, headers, status, finalUrl } = fetched
    const decoded = decodePage(body, headers['content-type'] ?? null, charset ?? undefined)
    return { ...decoded, source: { url: finalUrl, at, status, headers } }
  } finally {
    await fetcher.close()
  }
}
