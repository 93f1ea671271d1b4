import type { Passage as Reading } from '../diff/passage.ts'
import type { WrittenBlock } from './written.ts'

/** A stretch of a block's text whose words share one life. */
export interface Passage {
  /** UTF-16 offsets in the block's text. The passages of a block cover its text exactly, in order; none is empty. */
  readonly start: number
  readonly end: number
  /** Position in the list of lives. */
  readonly life: number
}

/**
 * The passages of a block: neighbouring words of one life with the spaces and punctuation after them. `lifeOf` tells the
 * life of a thread. An empty text has none.
 */
export function passagesOf({ text, threads }: WrittenBlock, lifeOf: (thread: number) => number): Passage[] {
  const { passage, units } = text
  const passages: Passage[] = []
  if (passage.text === '') return passages
  const starts = startsOf(passage)
  let start = 0
  units.forEach((unit, index) => {
    const life = lifeOf(threads[unit]!)
    const next = units[index + 1]
    if (next !== undefined && lifeOf(threads[next]!) === life) return
    const end = next === undefined ? passage.text.length : starts[cutBetween(passage, unit, next)]!
    passages.push({ start, end, life })
    start = end
  })
  return passages
}

function startsOf({ items, gaps }: Reading): number[] {
  let at = 0
  return items.map((item, index) => {
    const start = at + gaps[index]!.length
    at = start + item.text.length
    return start
  })
}

const opening = /^[\p{Ps}\p{Pi}]$/u

/** The item that begins the next passage: what stands after the last space, or the word with what opens before it. */
function cutBetween({ items, gaps }: Reading, word: number, next: number): number {
  for (let at = next; at > word; at--) if (/\s/u.test(gaps[at]!)) return at
  let at = next
  while (at > word + 1 && opening.test(items[at - 1]!.text)) at--
  return at
}
