import type { Step } from './step.ts'
import { threadAt } from './step.ts'
import type { Gone } from './traces.ts'
import type { WrittenBlock } from './written.ts'

/** A block is gone when at least this share of its words left with it for good. */
const mostOfIt = 0.5

/** The older revision's blocks that became none of the newer ones and whose words the target lacks. */
export function goneBlocks(step: Step): {
  readonly traces: readonly Gone[]
  readonly blocks: ReadonlySet<WrittenBlock>
} {
  const bound = new Set(step.bonds.flatMap(({ old }) => old))
  const blocks = step.older.filter((block, at) => !bound.has(at) && hasLeft(step, block))
  return { traces: blocks.map((block) => toTrace(step, block)), blocks: new Set(blocks) }
}

function hasLeft({ threads, at, target }: Step, block: WrittenBlock): boolean {
  const { units } = block.text
  const left = units.filter((item) => threads.heldUntil(block.threads[item]!, target) === at)
  return left.length >= mostOfIt * units.length
}

function toTrace(step: Step, block: WrittenBlock): Gone {
  const { kind, text } = block.piece.block
  return { kind, text, from: sinceWhen(step, block), to: step.at, after: placeOf(step, block) }
}

/** The revision since which most of its words stood there. */
function sinceWhen({ threads, at }: Step, block: WrittenBlock): number {
  const since = Map.groupBy(block.text.units, (item) => threads.heldSince(block.threads[item]!, at))
  const [most] = [...since].sort(([one, words], [other, others]) => others.length - words.length || one - other)
  return most?.[0] ?? at
}

/** The target's block that the nearest text before it stands in now. */
function placeOf({ older, now }: Step, block: WrittenBlock): number {
  for (let at = older.indexOf(block) - 1; at >= 0; at--) {
    const before = older[at]!
    for (let unit = before.text.units.length - 1; unit >= 0; unit--) {
      const place = now.get(threadAt({ block: before, unit }))
      if (place !== undefined) return place.block.piece.at
    }
  }
  return -1
}
