import { diffArrays } from 'diff'
import { heaviestChain } from './chain.ts'
import { spend, type Budget } from './budget.ts'

/** A stretch of the older sequence that stands in place of a stretch of the newer; either may be empty, ends excluded. */
export interface Change {
  readonly oldFrom: number
  readonly oldTo: number
  readonly newFrom: number
  readonly newTo: number
}

type Sequence = readonly number[]

/** Up to this many pairs Myers' algorithm is asked at once; above it, stretches that occur once cut the problem down. */
const smallArea = 250_000
/** Lengths of the stretches tried as landmarks, longest first: long ones are hardly ever chance. */
const landmarkLengths = [6, 3, 2, 1]
/** The most insertions and deletions looked for in a stretch without landmarks, before it counts as replaced. */
const mostEdits = 1_500

/** The changes that turn one sequence of interned keys into another, in order; what lies between them is equal. */
export function changesBetween(older: Sequence, newer: Sequence, budget: Budget): Change[] {
  const changes: Change[] = []
  const whole = { oldFrom: 0, oldTo: older.length, newFrom: 0, newTo: newer.length }
  compareArea({ older, newer, budget, changes }, whole)
  return changes
}

interface Work {
  readonly older: Sequence
  readonly newer: Sequence
  readonly budget: Budget
  readonly changes: Change[]
}

function compareArea(work: Work, untrimmed: Change): void {
  const area = trim(work, untrimmed)
  const rows = area.oldTo - area.oldFrom
  const columns = area.newTo - area.newFrom
  if (rows === 0 && columns === 0) return
  if (rows === 0 || columns === 0) work.changes.push(area)
  else if (rows * columns <= smallArea || !compareBetweenLandmarks(work, area)) compareDirectly(work, area)
}

function trim({ older, newer }: Work, area: Change): Change {
  let { oldFrom, oldTo, newFrom, newTo } = area
  while (oldFrom < oldTo && newFrom < newTo && older[oldFrom] === newer[newFrom]) {
    oldFrom++
    newFrom++
  }
  while (oldFrom < oldTo && newFrom < newTo && older[oldTo - 1] === newer[newTo - 1]) {
    oldTo--
    newTo--
  }
  return { oldFrom, oldTo, newFrom, newTo }
}

/** Keys that stand on one side only cannot match: Myers' algorithm sees only the others, and their places are kept. */
function compareDirectly(work: Work, area: Change): void {
  const { oldFrom, oldTo, newFrom, newTo } = area
  const oldPlaces = placesOfShared(work.older, oldFrom, oldTo, new Set(work.newer.slice(newFrom, newTo)))
  const newPlaces = placesOfShared(work.newer, newFrom, newTo, new Set(work.older.slice(oldFrom, oldTo)))
  const parts = editScript(
    work.budget,
    oldPlaces.map((at) => work.older[at]!),
    newPlaces.map((at) => work.newer[at]!)
  )
  if (parts === null) work.changes.push(area)
  else pushChanges(work.changes, area, matches(parts, oldPlaces, newPlaces))
}

function placesOfShared(sequence: Sequence, from: number, to: number, others: ReadonlySet<number>): number[] {
  const places: number[] = []
  for (let at = from; at < to; at++) if (others.has(sequence[at]!)) places.push(at)
  return places
}

type Parts = ReturnType<typeof diffArrays<number>>

function editScript(budget: Budget, older: number[], newer: number[]): Parts | null {
  if (older.length === 0 || newer.length === 0) return []
  const most = Math.min(mostEdits, older.length + newer.length, Math.floor(Math.sqrt(budget.left)))
  const parts = diffArrays(older, newer, { maxEditLength: most }) ?? null
  const edits = parts?.reduce((sum, part) => sum + (part.added || part.removed ? part.count : 0), 0) ?? most
  budget.left -= Math.min(budget.left, edits * edits + older.length + newer.length)
  if (parts === null) budget.exhausted = true
  return parts
}

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
function pushChanges(changes: Change[], { oldFrom, oldTo, newFrom, newTo }: Change, found: readonly Match[]): void {
  let at = { old: oldFrom, new: newFrom }
  for (const match of [...found, { old: oldTo, new: newTo }]) {
    if (match.old > at.old || match.new > at.new) {
      changes.push({ oldFrom: at.old, oldTo: match.old, newFrom: at.new, newTo: match.new })
    }
    at = { old: match.old + 1, new: match.new + 1 }
  }
}

/** Compares the areas between stretches that occur once on both sides; false where there are none. */
function compareBetweenLandmarks(work: Work, area: Change): boolean {
  for (const length of landmarkLengths) {
    if (!spend(work.budget, area.oldTo - area.oldFrom + area.newTo - area.newFrom)) return false
    const landmarks = heaviestChain(landmarksIn(work, area, length))
    if (landmarks.length < (length === 1 ? 3 : 1)) continue
    let { oldFrom, newFrom } = area
    for (const landmark of landmarks) {
      if (landmark.old < oldFrom || landmark.new < newFrom) continue
      compareArea(work, { oldFrom, oldTo: landmark.old, newFrom, newTo: landmark.new })
      oldFrom = landmark.old + length
      newFrom = landmark.new + length
    }
    compareArea(work, { oldFrom, oldTo: area.oldTo, newFrom, newTo: area.newTo })
    return true
  }
  return false
}

function landmarksIn({ older, newer }: Work, area: Change, length: number) {
  const olds = singleStretches(older, area.oldFrom, area.oldTo, length)
  const news = singleStretches(newer, area.newFrom, area.newTo, length)
  const landmarks = []
  for (const [stretch, old] of olds) {
    const found = news.get(stretch)
    if (old >= 0 && found !== undefined && found >= 0) landmarks.push({ old, new: found, weight: 1 })
  }
  return landmarks
}

/** Where each stretch of a length begins, or -1 for one that occurs more than once. */
function singleStretches(sequence: Sequence, from: number, to: number, length: number): Map<string | number, number> {
  const found = new Map<string | number, number>()
  for (let at = from; at + length <= to; at++) {
    const stretch = length === 1 ? sequence[at]! : sequence.slice(at, at + length).join()
    found.set(stretch, found.has(stretch) ? -1 : at)
  }
  return found
}
