import { spend, type Budget } from './budget.ts'
import { isSameItem } from './passage.ts'
import type { Change } from './sequence.ts'
import type { PassagePair } from './sites.ts'

/** What it costs to begin a change, beside the weights of the items it marks (see lexicon.ts): a telling word and a bit. */
const opening = 11
const never = 1 << 29

/** How the cheapest way to a cell came about. */
const skipOld = 1
const skipNew = 2
const begin = 3
const matchAfterChange = 4

/**
 * The changes that are cheapest to read: the lightest words marked, in the fewest places. A sequence alignment with
 * affine gaps (Gotoh 1982) in which what is removed and what is added in one place are one gap. Rows x columns work;
 * null where the budget has less left.
 */
export function cheapestChanges(pair: PassagePair, area: Change, budget: Budget): Change[] | null {
  const rows = area.oldTo - area.oldFrom
  const columns = area.newTo - area.newFrom
  if (!spend(budget, (rows + 1) * (columns + 1))) return null
  const ways = new Uint8Array((rows + 1) * (columns + 1))
  const endsInChange = fill({ pair, area, rows, columns, ways })
  return trace(area, ways, endsInChange)
}

interface Table {
  readonly pair: PassagePair
  readonly area: Change
  readonly rows: number
  readonly columns: number
  readonly ways: Uint8Array
}

/** Fills in the ways, row by row; true where the cheapest of all ends in a change. */
function fill({ pair: { older, newer }, area, rows, columns, ways }: Table): boolean {
  const matched = new Int32Array(columns + 1).fill(never)
  const changed = new Int32Array(columns + 1).fill(never)
  let cell = 0
  for (let row = 0; row <= rows; row++) {
    const old = area.oldFrom + row - 1
    const oldWeight = row === 0 ? never : older.items[old]!.weight
    let diagonal = never
    let diagonalWay = 0
    for (let column = 0; column <= columns; column++, cell++) {
      const newAt = area.newFrom + column - 1
      const same = row > 0 && column > 0 && isSameItem(older, old, newer, newAt)
      const match = row + column === 0 ? 0 : same ? diagonal : never
      const matchWay = same ? diagonalWay : 0
      diagonal = Math.min(matched[column]!, changed[column]!)
      diagonalWay = matched[column]! <= changed[column]! ? 0 : matchAfterChange
      const without = row === 0 ? never : changed[column]! + oldWeight
      const instead = column === 0 ? never : changed[column - 1]! + newer.items[newAt]!.weight
      const begun = match + opening
      const least = Math.min(without, instead, begun)
      matched[column] = match
      changed[column] = least
      ways[cell] = matchWay | (least === without ? skipOld : least === instead ? skipNew : begin)
    }
  }
  return changed[columns]! < matched[columns]!
}

/** Follows the ways back from the end. */
function trace({ oldFrom, oldTo, newFrom, newTo }: Change, ways: Uint8Array, endsInChange: boolean): Change[] {
  const width = newTo - newFrom + 1
  const changes: Change[] = []
  let [old, to] = [oldTo, newTo]
  let end = endsInChange ? { oldTo, newTo } : null
  while (old > oldFrom || to > newFrom || end !== null) {
    const way = ways[(old - oldFrom) * width + to - newFrom]!
    if (end === null) {
      old--
      to--
      if ((way & matchAfterChange) !== 0) end = { oldTo: old, newTo: to }
    } else if ((way & begin) === skipOld) old--
    else if ((way & begin) === skipNew) to--
    else {
      changes.push({ oldFrom: old, newFrom: to, ...end })
      end = null
    }
  }
  return changes.reverse()
}
