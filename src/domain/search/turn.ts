import { searchTokens } from './tokens.ts'

/** Where a text was seen: in which blocks, how often in each, and which versions have those blocks. */
export interface Sightings {
  /** The numbers of each version's blocks, the oldest version first. */
  readonly versions: readonly (readonly number[])[]
  /** How often the text stands in a block, of blocks that have it. */
  readonly occurrences: ReadonlyMap<number, number>
  readonly textOf: (block: number) => string
}

/** Two neighbouring versions, by index, between which a text came or went, and the blocks that had it. */
export interface Turn {
  readonly older: number
  readonly newer: number
  readonly blocks: ReadonlySet<number>
}

/**
 * The last time the text was taken out: a version that has it less often than the one before it, and of the blocks that
 * went with it one that the newest version has not. A block that was only corrected took nothing out; forms it had
 * before a correction count as the same. Null where nothing was taken out.
 */
export function removal(seen: Sightings): Turn | null {
  const counts = seen.versions.map((blocks) => countIn(seen, blocks))
  const newest = new Set(seen.versions.at(-1))
  for (let older = counts.length - 2; older >= 0; older--) {
    if (counts[older]! <= counts[older + 1]!) continue
    const gone = unreplaced(seen, older)
    if (gone.some((block) => !newest.has(block))) {
      return { older, newer: older + 1, blocks: withEarlierForms(seen, { older, gone, counts }) }
    }
  }
  return null
}

/** The first time the text was put in: what `removal` is to the same versions in the order of time reversed. */
export function addition(seen: Sightings): Turn | null {
  const turn = removal({ ...seen, versions: seen.versions.toReversed() })
  if (turn === null) return null
  const last = seen.versions.length - 1
  return { older: last - turn.newer, newer: last - turn.older, blocks: turn.blocks }
}

const countIn = ({ occurrences }: Sightings, blocks: readonly number[]): number =>
  blocks.reduce((sum, block) => sum + (occurrences.get(block) ?? 0), 0)

/** Blocks with the text that one version has and another has not. */
function only({ versions, occurrences }: Sightings, one: number, other: number): number[] {
  const there = new Set(versions[other])
  return [...new Set(versions[one])].filter((block) => occurrences.has(block) && !there.has(block))
}

/** Of the blocks that went those that are not there in another form; all of them, where each may be. */
function unreplaced(seen: Sightings, older: number): number[] {
  const gone = only(seen, older, older + 1)
  const fresh = only(seen, older + 1, older)
  const without = gone.filter((block) => !fresh.some((one) => areAlike(seen, block, one)))
  return without.length > 0 ? without : gone
}

interface Going {
  readonly older: number
  readonly gone: readonly number[]
  readonly counts: readonly number[]
}

function withEarlierForms(seen: Sightings, { older, gone, counts }: Going): ReadonlySet<number> {
  const blocks = new Set(gone)
  for (let at = older - 1; at >= 0; at--) {
    if (seen.versions[at]!.some((block) => blocks.has(block))) continue
    const forms = only(seen, at, at + 1).filter((form) => [...blocks].some((block) => areAlike(seen, form, block)))
    if (forms.length === 0 || counts[at]! < counts[at + 1]!) break
    for (const form of forms) blocks.add(form)
  }
  return blocks
}

/** Whether two blocks have most of their words in common. */
function areAlike({ textOf }: Sightings, one: number, other: number): boolean {
  const [a, b] = [wordsOf(textOf(one)), wordsOf(textOf(other))]
  const shared = [...a].filter((word) => b.has(word)).length
  return 2 * shared > Math.max(a.size, b.size)
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(searchTokens(text).map(({ token }) => token))
