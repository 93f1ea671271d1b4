import { jsonHash, recordHash } from '../hash.ts'
import type { StoredRecord } from '../records.ts'

/** What is left of one place in a chain. */
export interface Link {
  /** The hash the chain has there, where its row can be read. */
  readonly stored: Buffer | null
  /** The record of the revision that stands there, where every row it is made of can be read. */
  readonly revision: StoredRecord | null
  /** The canonical JSON of a deletion. */
  readonly json: string | null
}

interface Settled {
  readonly isWhole: boolean
  /** Null where nobody can tell any more. */
  readonly hash: Buffer | null
}

/**
 * Walks a chain of which links are damaged or missing. A revision is whole where its record gives the hash that is
 * stored; where that is lost, unless what follows says otherwise; where it is another, if what follows was made on top
 * of the record's.
 */
export function settle(links: readonly Link[], head: Buffer | null): Settled[] {
  const settled: Settled[] = []
  /** Whole as far as they themselves can tell. */
  let unsure: number[] = []
  for (const [at, link] of links.entries()) {
    const own = hashOf(link, at === 0 ? zeros : settled[at - 1]!.hash)
    const stored = link.stored ?? (at === links.length - 1 ? head : saidBy(links[at + 1]!))
    const isStored = own !== null && stored?.equals(own) === true
    if (own !== null && stored !== null && !isStored && !isBelow(links, { at, own, head })) {
      for (const before of unsure) settled[before] = { isWhole: false, hash: null }
      settled.push({ isWhole: false, hash: stored })
    } else settled.push({ isWhole: own !== null, hash: own ?? stored })
    unsure = own !== null && stored === null ? [...unsure, at] : []
  }
  return settled
}

const zeros = Buffer.alloc(32)

function hashOf({ revision, json }: Link, prev: Buffer | null): Buffer | null {
  if (json !== null) return jsonHash(json)
  return revision === null || prev === null ? null : recordHash({ ...revision, prev })
}

/** A deletion's record names the hash it was made on top of. */
function saidBy({ json }: Link): Buffer | null {
  const hex = /"prev":"([0-9a-f]{64})"/.exec(json ?? '')?.[1]
  return hex === undefined ? null : Buffer.from(hex, 'hex')
}

interface Guess {
  readonly at: number
  readonly own: Buffer
  readonly head: Buffer | null
}

/** Whether the next record, or the head, was made on top of this hash: then it is the stored one that is damaged. */
function isBelow(links: readonly Link[], { at, own, head }: Guess): boolean {
  const next = links[at + 1]
  if (next === undefined) return head?.equals(own) === true
  if (next.json !== null) return saidBy(next)?.equals(own) === true
  return next.stored !== null && hashOf(next, own)?.equals(next.stored) === true
}
