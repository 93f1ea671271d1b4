import { diffArrays } from 'diff'
import { spend, type Budget } from './budget.ts'
import { landmarksIn } from './landmarks.ts'

/** A stretch of the older sequence that stands in place of a stretch of the newer; either may be empty, ends excluded. */
export interface Change {
  readonly oldFrom: number
  readonly oldTo: number
  readonly newFrom: number
  readonly newTo: number
}

/** Numbers that stand for what is compared: equal numbers, equal things. */
export type Sequence = Int32Array

/** Up to this many pairs Myers' algorithm is asked at once; above it, stretches that occur once cut the problem down. */
const smallArea = 250_000
/** The most insertions and deletions looked for in a stretch without landmarks, before it counts as replaced. */
const mostEdits = 1_500

/** The changes that turn one sequence into another, in order; what lies between them is equal. */
export function changesBetween(older: Sequence, newer: Sequence, budget: Budget): Change[] {
  const whole = { oldFrom: 0, oldTo: older.length, newFrom: 0, newTo: newer.length }
  const direct = (area: Change) => editScript({ older, newer, budget }, area)
  return changesIn({ older, newer, budget, smallArea, direct }, whole)
}

export interface Comparing {
  readonly older: Sequence
  readonly newer: Sequence
  readonly budget: Budget
  /** Areas of more pairs are cut down at landmarks first, where there are any. */
  readonly smallArea: number
  /** The changes in an area whose edges differ, or null where they would cost too much to find. */
  readonly direct: (area: Change) => Change[] | null
}

/** The changes in an area: landmarks cut a large one into small ones, and each of those is compared directly. */
export function changesIn(comparing: Comparing, whole: Change): Change[] {
  const { older, newer } = comparing
  const changes: Change[] = []
  const areas = [whole]
  for (let untrimmed = areas.pop(); untrimmed !== undefined; untrimmed = areas.pop()) {
    const area = trimmed(untrimmed, (old, to) => older[old] === newer[to])
    const rows = area.oldTo - area.oldFrom
    const columns = area.newTo - area.newFrom
    if (rows === 0 && columns === 0) continue
    const between = rows * columns > comparing.smallArea ? areasBetweenLandmarks(comparing, area) : []
    if (between.length > 0) areas.push(...between.reverse())
    else if (rows === 0 || columns === 0) changes.push(area)
    else changes.push(...(comparing.direct(area) ?? [area]))
  }
  return changes
}

/** An area without what is the same at its two ends. */
export function trimmed(area: Change, same: (old: number, to: number) => boolean): Change {
  let { oldFrom, oldTo, newFrom, newTo } = area
  while (oldFrom < oldTo && newFrom < newTo && same(oldFrom, newFrom)) {
    oldFrom++
    newFrom++
  }
  while (oldFrom < oldTo && newFrom < newTo && same(oldTo - 1, newTo - 1)) {
    oldTo--
    newTo--
  }
  return { oldFrom, oldTo, newFrom, newTo }
}

function areasBetweenLandmarks({ older, newer, budget }: Comparing, area: Change): Change[] {
  const areas: Change[] = []
  let { oldFrom, newFrom } = area
  const size = area.oldTo - area.oldFrom + area.newTo - area.newFrom
  const landmarks = spend(budget, size) ? landmarksIn(older, newer, area) : null
  if (landmarks === null) return []
  for (const { old, new: to } of landmarks.places) {
    if (old < oldFrom || to < newFrom) continue
    areas.push({ oldFrom, oldTo: old, newFrom, newTo: to })
    oldFrom = old + landmarks.length
    newFrom = to + landmarks.length
  }
  return [...areas, { oldFrom, oldTo: area.oldTo, newFrom, newTo: area.newTo }]
}

type Sequences = Pick<Comparing, 'older' | 'newer' | 'budget'>

/** Myers' algorithm. Numbers that stand on one side only cannot match: it sees only the others, and their places are kept. */
function editScript({ older, newer, budget }: Sequences, area: Change): Change[] | null {
  const oldPlaces = placesOfShared(older, area.oldFrom, area.oldTo, new Set(newer.subarray(area.newFrom, area.newTo)))
  const newPlaces = placesOfShared(newer, area.newFrom, area.newTo, new Set(older.subarray(area.oldFrom, area.oldTo)))
  if (oldPlaces.length === 0 || newPlaces.length === 0) return [area]
  const [olds, news] = [oldPlaces.map((at) => older[at]!), newPlaces.map((at) => newer[at]!)]
  const most = Math.min(mostEdits, olds.length + news.length, Math.floor(Math.sqrt(budget.left)))
  const parts = diffArrays(olds, news, { maxEditLength: most }) ?? null
  const edits = parts?.reduce((sum, part) => sum + (part.added || part.removed ? part.count : 0), 0) ?? most
  spend(budget, Math.min(budget.left, edits * edits + olds.length + news.length))
  if (parts !== null) return changesBeside(area, matches(parts, oldPlaces, newPlaces))
  budget.exhausted = true
  return null
}

function placesOfShared(sequence: Sequence, from: number, to: number, others: ReadonlySet<number>): number[] {
  const places: number[] = []
  for (let at = from; at < to; at++) if (others.has(sequence[at]!)) places.push(at)
  return places
}

type Parts = ReturnType<typeof diffArrays<number>>

interface Match {
  readonly old: number
  readonly new: number
}

function matches(parts: Parts, oldPlaces: readonly number[], newPlaces: readonly number[]): Match[] {
  const found: Match[] = []
  let [old, to] = [0, 0]
  for (const { added, removed, count } of parts) {
    if (!added && !removed) {
      for (let step = 0; step < count; step++) found.push({ old: oldPlaces[old + step]!, new: newPlaces[to + step]! })
    }
    if (!added) old += count
    if (!removed) to += count
  }
  return found
}

/** What lies between one match and the next has changed. */
function changesBeside({ oldFrom, oldTo, newFrom, newTo }: Change, found: readonly Match[]): Change[] {
  const changes: Change[] = []
  let at = { old: oldFrom, new: newFrom }
  for (const match of [...found, { old: oldTo, new: newTo }]) {
    if (match.old > at.old || match.new > at.new) {
      changes.push({ oldFrom: at.old, oldTo: match.old, newFrom: at.new, newTo: match.new })
    }
    at = { old: match.old + 1, new: match.new + 1 }
  }
  return changes
}
