import { articleRow, captureRow, tombstoneRow, type Sealed } from '../store/evidence.ts'
import { tombstoneSeal, type TombstoneRow } from '../store/tombstones.ts'
import { broken, sameBytes, type Broken } from './broken.ts'
import { captureBroken } from './capture.ts'
import type { Chain } from './chain.ts'
import { deletedPlaces } from './deletion.ts'

/**
 * The observations that showed no version: each has its seal, all of them are counted, and what was seen changed showed a version, or has a
 * tombstone where that was deleted. So a chain that was cut short together with its end is found.
 */
export function* observationsBroken(chain: Chain, captures: readonly number[]): Generator<void, Broken | null> {
  const { store, article, records, head, shown } = chain
  const buried = new Set<number>()
  let stray = false
  for (const id of captures.filter((one) => !shown.has(one))) {
    const [row, tombstone] = [captureRow(store, id), tombstoneRow(store, id)]
    const found = captureBroken(store, row, article) ?? tombstoneBroken(tombstone, article)
    if (found !== null) return found
    if (tombstone !== undefined) buried.add(tombstone.seq)
    else stray ||= row?.outcome === 'changed'
    yield
  }
  const unburied = [...(deletedPlaces(records, 'damage') ?? [])].find((seq) => !buried.has(seq))
  if (unburied !== undefined && articleRow(store, article)?.source_id !== null) return broken('deletion', unburied)
  if (stray) return broken('record-missing', records.length + 1)
  return countBroken(head?.captures ?? 0, captures.length)
}

function tombstoneBroken(row: Sealed<TombstoneRow> | undefined, article: number): Broken | null {
  if (row === undefined) return null
  if (row.article_id === article && sameBytes(row.seal, tombstoneSeal(row))) return null
  return { ...broken('deletion', row.seq), version: `${row.number}${row.letter}` }
}

function countBroken(expected: number, found: number): Broken | null {
  if (expected === found) return null
  return broken(expected > found ? 'capture-missing' : 'capture-added', null)
}
