import { isFunctionWord } from './function-words.ts'
import { endsSentence, isOpeningMark, type Item } from './lexicon.ts'
import type { Passage } from './passage.ts'
import type { Change } from './sequence.ts'
import type { PassagePair } from './sites.ts'

/**
 * Slides insertions and deletions, where the words around them allow several places, to those that read best: after the
 * end of a sentence, beginning with a word, best one that joins (and, of, with), and not in the middle of brackets or
 * quotation marks. `area` is where the changes were looked for.
 */
export function slideAll(pair: PassagePair, area: Change, changes: readonly Change[]): Change[] {
  let end = area.oldFrom
  return changes.map((change, index) => {
    const next = changes[index + 1]?.oldFrom ?? area.oldTo
    const slid = slide(pair, change, { before: change.oldFrom - end, after: next - change.oldTo })
    end = slid.oldTo
    return slid
  })
}

interface Room {
  readonly before: number
  readonly after: number
}

function slide(pair: PassagePair, change: Change, room: Room): Change {
  const inserted = change.oldFrom === change.oldTo
  if (!inserted && change.newFrom !== change.newTo) return change
  const passage = inserted ? pair.newer : pair.older
  const stretch = inserted ? { from: change.newFrom, to: change.newTo } : { from: change.oldFrom, to: change.oldTo }
  const shift = bestShift(passage, stretch, room)
  return {
    oldFrom: change.oldFrom + shift,
    oldTo: change.oldTo + shift,
    newFrom: change.newFrom + shift,
    newTo: change.newTo + shift
  }
}

interface Stretch {
  readonly from: number
  readonly to: number
}

function bestShift({ items, ids }: Passage, { from, to }: Stretch, room: Room): number {
  let least = 0
  while (-least < room.before && ids[from + least - 1] === ids[to + least - 1]) least--
  let most = 0
  while (most < room.after && ids[from + most] === ids[to + most]) most++
  let best = 0
  let bestScore = -1
  for (let shift = most; shift >= least; shift--) {
    const score = readability(items[from + shift - 1], items[from + shift]!, items[to + shift - 1]!)
    if (score > bestScore || (score === bestScore && shift === 0)) {
      best = shift
      bestScore = score
    }
  }
  return best
}

function readability(before: Item | undefined, first: Item, last: Item): number {
  const fresh = before === undefined || endsSentence(before)
  const begins = first.kind === 'word' || isOpeningMark(first)
  return (
    (fresh ? 8 : 0) +
    (begins ? 4 : 0) +
    (fresh && endsSentence(last) ? 4 : 0) +
    (first.kind === 'word' && isFunctionWord(first.key) ? 1 : 0)
  )
}
