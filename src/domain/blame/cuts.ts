import { runsIn, stoodAs, threadAt, type Step, type UnitRun } from './step.ts'
import type { Cut } from './traces.ts'
import type { Place, WrittenBlock } from './written.ts'

/** Words that left the older revision's blocks for good, nothing taking their place; those of `gone` left with their block. */
export function cutsAt(step: Step, gone: ReadonlySet<WrittenBlock>): Cut[] {
  const { threads, at, target } = step
  const leaves = (thread: number) => threads.heldUntil(thread, target) === at
  const runs = step.older.flatMap((block) => (gone.has(block) ? [] : runsIn(block, leaves)))
  return runs.flatMap((run) => {
    if (isReplaced(step, run)) return []
    const place = spotOf(step, run)
    return place === null ? [] : { ...stoodAs(step, run), ...place }
  })
}

/** Whether the newer revision has new words beside what stood beside these. */
function isReplaced(step: Step, { block, first, last }: UnitRun): boolean {
  const before = step.inNewer(threadAt({ block, unit: first - 1 }))
  const after = step.inNewer(threadAt({ block, unit: last + 1 }))
  if (before === undefined && after === undefined) return true
  return isNew(step, before, 1) || isNew(step, after, -1)
}

function isNew({ threads, at }: Step, place: Place | undefined, by: 1 | -1): boolean {
  if (place === undefined) return false
  const unit = place.block.text.units.indexOf(place.at) + by
  const thread = threadAt({ block: place.block, unit })
  return thread >= 0 && threads.heldSince(thread, at + 1) === at + 1
}

/** Behind the nearest word before that the target still has, or else before the nearest after. */
function spotOf(
  { now }: Step,
  { block, first, last }: UnitRun
): { readonly block: number; readonly at: number } | null {
  for (let unit = first - 1; unit >= 0; unit--) {
    const place = now.get(threadAt({ block, unit }))
    if (place !== undefined) return spot(place, 'end')
  }
  for (let unit = last + 1; unit < block.text.units.length; unit++) {
    const place = now.get(threadAt({ block, unit }))
    if (place !== undefined) return spot(place, 'start')
  }
  return null
}

function spot({ block, at }: Place, edge: 'start' | 'end') {
  const { items, gaps } = block.text.passage
  let offset = 0
  for (let item = 0; item < at; item++) offset += gaps[item]!.length + items[item]!.text.length
  offset += gaps[at]!.length
  return { block: block.piece.at, at: edge === 'start' ? offset : offset + items[at]!.text.length }
}
