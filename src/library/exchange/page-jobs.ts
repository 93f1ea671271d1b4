import { createHash } from 'node:crypto'
import { lstat, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { webAddress } from './tracked.ts'

const largestList = 2_000_000
const names = ['urls.yaml', 'jobs.yaml', 'urls.yml', 'jobs.yml']

/**
 * The addresses of the jobs that lie beside a database of urlwatch or webchanges, by the SHA-1 of their location, as those
 * programs name pages. The lists are YAML of several documents; they may run commands, of which nothing is ever run here.
 */
export async function pageAddresses(database: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const name of names) {
    const path = join(dirname(database), name)
    const facts = await lstat(path).catch(() => null)
    if (facts?.isFile() !== true || facts.size > largestList) continue
    for (const location of await locations(await readFile(path, 'utf8'))) {
      const url = webAddress(location)
      if (url !== null) found.set(createHash('sha1').update(location).digest('hex'), url)
    }
  }
  return found
}

/** A job that is no address, such as a command, names a page as well, but none that anybody could open. */
async function locations(text: string): Promise<string[]> {
  const { parseAllDocuments } = await import('yaml')
  const documents = parseAllDocuments(text, { logLevel: 'silent' })
  if (!Array.isArray(documents)) return []
  return documents.flatMap((document) => {
    try {
      const job = document.errors.length > 0 ? null : (document.toJS({ maxAliasCount: 20 }) as unknown)
      return [job].flat().flatMap(location)
    } catch {
      // One broken job says nothing of the others.
      return []
    }
  })
}

function location(job: unknown): string[] {
  if (typeof job !== 'object' || job === null) return []
  const { url, navigate } = job as { url?: unknown; navigate?: unknown }
  return [url, navigate].filter((one): one is string => typeof one === 'string')
}
