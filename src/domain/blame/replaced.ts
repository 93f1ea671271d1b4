import { runsIn, stoodAs, threadAt, type Step, type UnitRun } from './step.ts'
import type { Replaced, Stood, Written } from './traces.ts'
import type { Place, WrittenBlock } from './written.ts'

/** The words of one passage of the target. */
interface Group {
  readonly block: number
  readonly passage: number
  readonly introduced: number
  readonly threads: readonly number[]
}

/** The target's words, grouped as its passages are: neighbours of one life. */
export function groupsOf({ threads, blocks }: Written, target: number, lifeOf: (thread: number) => number): Group[] {
  return blocks[target]!.flatMap((block) => {
    const groups: { life: number; threads: number[] }[] = []
    for (const at of block.text.units) {
      const thread = block.threads[at]!
      const life = lifeOf(thread)
      if (groups.at(-1)?.life === life) groups.at(-1)!.threads.push(thread)
      else groups.push({ life, threads: [thread] })
    }
    return groups.map((group, passage) => {
      const introduced = threads.stretches(group.threads[0]!)[0]!
      return { block: block.piece.at, passage, introduced, threads: group.threads }
    })
  })
}

/** What stood in the older revision where passages that the newer one introduced came to stand. */
export function replacedBy(step: Step, groups: readonly Group[]): Replaced[] {
  return groups.flatMap(({ block, passage, threads }) => {
    const found = new Map<string, Stood>()
    for (const run of runsOf(step, threads)) {
      const stood = stoodBefore(step, run)
      if (stood !== null) found.set(`${stood.from} ${stood.text}`, stood)
    }
    return [...found.values()].map((stood) => ({ ...stood, block, passage }))
  })
}

/** The runs of new words that some words came in. */
function runsOf(step: Step, threads: readonly number[]): Iterable<UnitRun> {
  const runs = new Map<string, UnitRun>()
  for (const thread of threads) {
    const place = step.inNewer(thread)
    if (place === undefined) continue
    const run = around(step, place)
    runs.set(`${run.block.piece.at} ${run.first}`, run)
  }
  return runs.values()
}

function around(step: Step, { block, at }: Place): UnitRun {
  const isNew = (unit: number) => step.threads.stretches(threadAt({ block, unit }))[0] === step.at + 1
  let first = block.text.units.indexOf(at)
  let last = first
  while (first > 0 && isNew(first - 1)) first--
  while (last + 1 < block.text.units.length && isNew(last + 1)) last++
  return { block, first, last }
}

/** What left between the words beside a run; of a block that is new throughout, what left the block it was before. */
function stoodBefore(step: Step, { block, first, last }: UnitRun): Stood | null {
  const before = step.inOlder(threadAt({ block, unit: first - 1 }))
  const after = step.inOlder(threadAt({ block, unit: last + 1 }))
  const run = (before && beside(step, before, 1)) ?? (after && beside(step, after, -1))
  if (run !== null && run !== undefined) return stoodAs(step, run)
  return first === 0 && last === block.text.units.length - 1 ? stoodWhole(step, block) : null
}

/** The words that left behind a word of the older revision, or before it. */
function beside(step: Step, { block, at }: Place, by: 1 | -1): UnitRun | null {
  const from = block.text.units.indexOf(at) + by
  let unit = from
  while (unit >= 0 && unit < block.text.units.length && leaves(step, threadAt({ block, unit }))) unit += by
  if (unit === from) return null
  return by === 1 ? { block, first: from, last: unit - 1 } : { block, first: unit + 1, last: from }
}

const leaves = ({ threads, at }: Step, thread: number): boolean => threads.heldSince(thread, at + 1) < 0

function stoodWhole(step: Step, block: WrittenBlock): Stood | null {
  const bond = step.bonds.find((one) => one.new.includes(block.piece.at))
  const old = bond?.old.length === 1 ? step.older[bond.old[0]!] : undefined
  if (old === undefined || old.text.passage.words === 0) return null
  const runs = runsIn(old, (thread) => leaves(step, thread))
  const [first, last] = [runs[0], runs.at(-1)]
  return first === undefined || last === undefined
    ? null
    : stoodAs(step, { block: old, first: first.first, last: last.last })
}
