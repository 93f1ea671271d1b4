import type { Bond } from '../diff/pieces.ts'
import type { BlockKind } from '../revision.ts'
import { goneBlocks } from './gone.ts'
import { placesOf, type Step } from './step.ts'
import { cutsAt } from './cuts.ts'
import { groupsOf, replacedBy } from './replaced.ts'
import type { Threads } from './threads.ts'
import { type Place, type WrittenBlock } from './written.ts'

/** Words that stood in some revisions (positions, both included) and then did not. */
export interface Stood {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** Words that stood where a passage of the target stands now. */
export interface Replaced extends Stood {
  readonly block: number
  readonly passage: number
}

/** Words that left a block of the target without others taking their place. */
export interface Cut extends Stood {
  readonly block: number
  /** UTF-16 offset in the block's text. */
  readonly at: number
}

/** A block that the target lacks. */
export interface Gone extends Stood {
  readonly kind: BlockKind
  /** The block of the target that it stood behind; -1 for the first. */
  readonly after: number
}

/** What is gone from a revision, in the order in which it left. */
export interface Traces {
  readonly replaced: readonly Replaced[]
  readonly cuts: readonly Cut[]
  readonly gone: readonly Gone[]
}

/** All revisions as they were written, the threads of their words, and which block of each became which of the next. */
export interface Written {
  readonly threads: Threads
  readonly blocks: readonly (readonly WrittenBlock[])[]
  /** At a position: the bonds between the revision before and the one there. */
  readonly bonds: readonly (readonly Bond[])[]
}

/** Looks for what is gone from the revision at `target`, one revision a step. `lifeOf` groups words as passages do. */
export function* tracing(
  written: Written,
  target: number,
  lifeOf: (thread: number) => number
): Generator<undefined, Traces> {
  const traces = { replaced: [] as Replaced[], cuts: [] as Cut[], gone: [] as Gone[] }
  const now = placesOf(written.blocks[target]!)
  const groups = Map.groupBy(groupsOf(written, target, lifeOf), ({ introduced }) => introduced)
  for (let older = 0; older < target; older++) {
    const step = stepAt(written, older, { target, now })
    traces.replaced.push(...replacedBy(step, groups.get(older + 1) ?? []))
    const gone = goneBlocks(step)
    traces.gone.push(...gone.traces)
    traces.cuts.push(...cutsAt(step, gone.blocks))
    yield
  }
  return traces
}

interface Target {
  readonly target: number
  readonly now: ReadonlyMap<number, Place>
}

function stepAt({ threads, blocks, bonds }: Written, older: number, { target, now }: Target): Step {
  const [from, to] = [blocks[older]!, blocks[older + 1]!]
  let [inOlder, inNewer]: (ReadonlyMap<number, Place> | undefined)[] = []
  return {
    threads,
    target,
    now,
    at: older,
    older: from,
    newer: to,
    bonds: bonds[older + 1]!,
    inOlder: (thread) => (inOlder ??= placesOf(from)).get(thread),
    inNewer: (thread) => (inNewer ??= placesOf(to)).get(thread)
  }
}
