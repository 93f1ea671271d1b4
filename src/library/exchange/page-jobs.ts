import { createHash } from 'node:crypto'
import { lstat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { breathe } from '../slices.ts'
import type { Reading } from './reader.ts'
import { webAddress } from './tracked.ts'
import { readNoLink } from './tree.ts'

const largestList = 2_000_000
const names = ['urls.yaml', 'jobs.yaml', 'urls.yml', 'jobs.yml']
/** A job has some hundred characters. What makes YAML slow to read, brackets and anchors by the thousand, none has. */
const longestJob = 16_000
const mostJobs = 20_000
const mostBrackets = 200
const mostAnchors = 20

/**
 * The addresses of the jobs that lie beside a database of urlwatch or webchanges, by the SHA-1 of their location, as those
 * programs name pages. The lists are YAML of several documents; they may run commands, of which nothing is ever run here.
 */
export async function pageAddresses(database: string, { signal }: Reading): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const name of names) {
    const path = join(dirname(database), name)
    const facts = await lstat(path).catch(() => null)
    if (facts?.isFile() !== true || facts.size > largestList) continue
    for (const job of jobsOf((await readNoLink(path, largestList)).toString('utf8'))) {
      for (const { location, address } of await locations(job)) {
        const url = webAddress(address)
        if (url !== null) found.set(createHash('sha1').update(location).digest('hex'), url)
      }
      await breathe()
      signal.throwIfAborted()
    }
  }
  return found
}

/** The documents of a list that may name an address, and are no larger than jobs are. */
function jobsOf(text: string): string[] {
  return text
    .split(/^---.*$/m)
    .slice(0, mostJobs)
    .filter((job) => job.length <= longestJob && /\b(url|navigate)\b/.test(job))
    .filter((job) => (job.match(/[[{]|(^|\s)[-?]\s/g)?.length ?? 0) <= mostBrackets)
    .filter((job) => (job.match(/(?<![^\s[{,:-])[&*]\S/g)?.length ?? 0) <= mostAnchors)
}

/** A job that is no address, such as a command, names a page as well, but none that anybody could open. */
async function locations(text: string): Promise<Location[]> {
  const { parseDocument } = await import('yaml')
  try {
    const document = parseDocument(text, { logLevel: 'silent' })
    const job = document.errors.length > 0 ? null : (document.toJS({ maxAliasCount: mostAnchors }) as unknown)
    return [job].flat().flatMap(locationsOf)
  } catch {
    // One broken job says nothing of the others.
    return []
  }
}

/** What a program names a page by, and the address that it gets. */
interface Location {
  readonly location: string
  readonly address: string
}

/** The address that a job is shown under names it, where it has one. */
function locationsOf(job: unknown): Location[] {
  if (typeof job !== 'object' || job === null) return []
  const { url, navigate, user_visible_url: shown } = job as Readonly<Record<string, unknown>>
  const addresses = [url, navigate].filter((one) => typeof one === 'string')
  return addresses.flatMap((address) =>
    [address, shown].filter((one) => typeof one === 'string').map((location) => ({ location, address }))
  )
}
