import type { Bond } from '../diff/pieces.ts'
import { textOf } from '../diff/passage.ts'
import type { Threads } from './threads.ts'
import type { Stood } from './traces.ts'
import { none, type Place, type WrittenBlock } from './written.ts'

/** Two neighbouring revisions and what became of their words up to the target. */
export interface Step {
  readonly threads: Threads
  readonly target: number
  /** Where the target has the words it has. */
  readonly now: ReadonlyMap<number, Place>
  /** The position of the older one. */
  readonly at: number
  readonly older: readonly WrittenBlock[]
  readonly newer: readonly WrittenBlock[]
  readonly bonds: readonly Bond[]
  readonly inOlder: (thread: number) => Place | undefined
  readonly inNewer: (thread: number) => Place | undefined
}

/** Neighbouring words of one block, as positions in its list of units, both included. */
export interface UnitRun {
  readonly block: WrittenBlock
  readonly first: number
  readonly last: number
}

/** Where each word of a revision stands. */
export function placesOf(blocks: readonly WrittenBlock[]): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>()
  for (const block of blocks) {
    for (const at of block.text.units) if (block.threads[at] !== none) places.set(block.threads[at]!, { block, at })
  }
  return places
}

export function threadAt({ block, unit }: { readonly block: WrittenBlock; readonly unit: number }): number {
  const at = block.text.units[unit]
  return at === undefined ? none : block.threads[at]!
}

/** The longest runs of words of a block that suit. */
export function runsIn(block: WrittenBlock, suits: (thread: number) => boolean): UnitRun[] {
  const runs: UnitRun[] = []
  let first = -1
  const units = block.text.units.length
  for (let unit = 0; unit <= units; unit++) {
    const isIn = unit < units && suits(threadAt({ block, unit }))
    if (isIn && first < 0) first = unit
    if (!isIn && first >= 0) {
      runs.push({ block, first, last: unit - 1 })
      first = -1
    }
  }
  return runs
}

/** The words of a run as they were written, and since when they stood there like that. */
export function stoodAs({ threads, at }: Step, { block, first, last }: UnitRun): Stood {
  const { units, passage } = block.text
  let from = 0
  for (let unit = first; unit <= last; unit++) {
    from = Math.max(from, threads.heldSince(threadAt({ block, unit }), at))
  }
  return { text: textOf(passage, units[first]!, units[last]! + 1), from, to: at }
}
