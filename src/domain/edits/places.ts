import type { Block, BlockKind } from '../revision.ts'

const places = new WeakMap<readonly Block[], readonly number[]>()

/** Which block of its kind it is, counting from 1. */
export function placeIn(blocks: readonly Block[], at: number): number {
  const known = places.get(blocks) ?? countPlaces(blocks)
  places.set(blocks, known)
  return known[at]!
}

function countPlaces(blocks: readonly Block[]): number[] {
  const counts = new Map<BlockKind, number>()
  return blocks.map(({ kind }) => {
    const place = (counts.get(kind) ?? 0) + 1
    counts.set(kind, place)
    return place
  })
}

/** 1st, 2nd, 11th. */
export function ordinal(place: number): string {
  const teen = place % 100 >= 11 && place % 100 <= 13
  return place + ((teen ? undefined : ['', 'st', 'nd', 'rd'][place % 10]) || 'th')
}
