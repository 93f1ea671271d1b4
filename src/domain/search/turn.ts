import { searchTokens } from './tokens.ts'

/** Where a text was seen: in which of its blocks each version has it, and how often. */
export interface Sightings {
  /** The numbers of each version's blocks that have the text, the oldest version first. */
  readonly versions: readonly (readonly number[])[]
  /** Asked of few blocks, and of one perhaps again. */
  readonly timesIn: (block: number) => number
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
  const newest = new Set(seen.versions.at(-1))
  for (let older = seen.versions.length - 2; older >= 0; older--) {
    const step = stepAt(seen, older)
    if (step.gone.every((block) => newest.has(block)) || fallOf(seen, step) <= 0) continue
    const gone = unreplaced(seen, step)
    if (gone.some((block) => !newest.has(block))) {
      return { older, newer: older + 1, blocks: withEarlierForms(seen, older, gone) }
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

/** What went and what came from one version to the next, of the blocks with the text. */
interface Step {
  readonly gone: readonly number[]
  readonly fresh: readonly number[]
}

function stepAt(seen: Sightings, older: number): Step {
  return { gone: only(seen, older, older + 1), fresh: only(seen, older + 1, older) }
}

/** Blocks that one version has and another has not. */
function only({ versions }: Sightings, one: number, other: number): number[] {
  const there = versions[other]!
  return [...new Set(versions[one])].filter((block) => !there.includes(block))
}

/** How many times less the text stands there after a step; the blocks that stayed are the same on both sides. */
const fallOf = ({ timesIn }: Sightings, { gone, fresh }: Step): number =>
  sum(gone.map(timesIn)) - sum(fresh.map(timesIn))

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** Of the blocks that went those that are not there in another form; all of them, where each may be. */
function unreplaced(seen: Sightings, { gone, fresh }: Step): readonly number[] {
  const without = gone.filter((block) => !fresh.some((one) => areAlike(seen, block, one)))
  return without.length > 0 ? without : gone
}

function withEarlierForms(seen: Sightings, older: number, gone: readonly number[]): ReadonlySet<number> {
  const blocks = new Set(gone)
  for (let at = older - 1; at >= 0; at--) {
    if (seen.versions[at]!.some((block) => blocks.has(block))) continue
    const step = stepAt(seen, at)
    const forms = step.gone.filter((form) => [...blocks].some((block) => areAlike(seen, form, block)))
    if (forms.length === 0 || fallOf(seen, step) < 0) break
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
