import { webAddress } from '../../address/web-address.ts'
import type { Commit } from './commit.ts'
import { readCommit } from './histories.ts'
import type { Repository } from './repository.ts'
import type { Said } from './states.ts'

const changed = ['First record of', 'Record new changes of', 'Start tracking', 'Update']
const readAnew = ['Apply technical or declaration upgrade on', 'Refilter']
const begins = (message: string, prefixes: readonly string[]) => prefixes.some((one) => message.startsWith(`${one} `))

/** Whether a commit is worded as the engine words its own, of today or of before. */
export const isRecord = (message: string): boolean => begins(message, [...changed, ...readAnew])

/** The messages of the newest commits. */
export async function headMessages(repository: Repository, most: number): Promise<string[]> {
  const messages: string[] = []
  let next: string | undefined = repository.head
  while (next !== undefined && messages.length < most) {
    const commit: Commit | undefined = await readCommit(repository, next)
    if (commit !== undefined) messages.push(commit.message)
    next = commit?.parents[0]
  }
  return messages
}

/** The service whose terms a file holds: `<service>/<terms>.md`; null for other files, of which every repository has some. */
export function serviceOf(path: string): string | null {
  const parts = path.split('/')
  return parts.length === 2 ? parts[0]! : null
}

/** The trailers of a commit (git-interpret-trailers): where the page was, if it was one alone. */
export function readSaid({ message }: Commit): Said {
  const trailer = /^x-source-document-location: *(\S+)$/im.exec(message)?.[1]
  const isAddress = trailer !== undefined && /^https?:/i.test(trailer) && !trailer.includes(',')
  return { url: isAddress ? webAddress(trailer) : null, isReadAnew: begins(message, readAnew) }
}
