import type { Change } from './sequence.ts'
import { countWords, type Passage } from './passage.ts'
import { wordValue } from '../edits/number-words.ts'
import { isFunctionWord } from './function-words.ts'

/** A place where two passages differ, as positions of their items. `sentence`: whole sentences, not words of them. */
export interface Site extends Change {
  readonly sentence: boolean
}

export interface PassagePair {
  readonly older: Passage
  readonly newer: Passage
}

const sentenceEnd = /^[.!?\u2026\u3002\uff01\uff1f\u0964\u06d4\u061f;\u037e]$/u
const bracket = /^[()[\]{}\uff08\uff09\u3010\u3011]$/u
const quotation = /^["'\u300c\u300d\u300e\u300f\u2039\u203a]$/u

/** Makes one change of neighbours that are separated by spaces, punctuation, or one or two short function words or words of a number alone. */
export function joinChanges(pair: PassagePair, changes: readonly Change[]): Change[] {
  const joined: Change[] = []
  for (const change of changes) {
    const last = joined.at(-1)
    if (last !== undefined && belongTogether(pair, last, change)) {
      joined[joined.length - 1] = { ...last, oldTo: change.oldTo, newTo: change.newTo }
    } else joined.push(change)
  }
  return joined
}

function belongTogether(pair: PassagePair, one: Change, other: Change): boolean {
  const between = pair.older.items.slice(one.oldTo, other.oldFrom)
  if (between.some(({ key }) => sentenceEnd.test(key) || bracket.test(key) || quotation.test(key))) return false
  const words = between.filter(({ kind }) => kind === 'word')
  const both = (holds: (change: Change) => boolean) => holds(one) && holds(other)
  const holdsWord = (change: Change) => changedWords(pair, change) > 0
  if (words.length === 0) return holdsWord(one) || holdsWord(other)
  if (words.length > 2 || !both(holdsWord)) return false
  const aroundNumber = both((change) => holdsNumber(pair, change))
  return words.every(({ key }) => isFunctionWord(key) || wordValue(key) !== null || (aroundNumber && isNumber(key)))
}

/** 51 to 49 → 49 to 51 is one change, although one of the numbers stays in between. */
function holdsNumber({ older, newer }: PassagePair, { oldFrom, oldTo, newFrom, newTo }: Change): boolean {
  return [...older.items.slice(oldFrom, oldTo), ...newer.items.slice(newFrom, newTo)].some(({ key }) => isNumber(key))
}

function isNumber(key: string): boolean {
  return /^\p{N}/u.test(key)
}

/** Words removed plus words added. */
export function changedWords({ older, newer }: PassagePair, { oldFrom, oldTo, newFrom, newTo }: Change): number {
  return countWords(older.items, oldFrom, oldTo) + countWords(newer.items, newFrom, newTo)
}

/** Gives back to the plain text what the two sides of each change share at their edges. */
export function trimChange({ older, newer }: PassagePair, change: Change): Change {
  let { oldFrom, oldTo, newFrom, newTo } = change
  while (oldFrom < oldTo && newFrom < newTo && older.ids[oldFrom] === newer.ids[newFrom]) {
    oldFrom++
    newFrom++
  }
  while (oldFrom < oldTo && newFrom < newTo && older.ids[oldTo - 1] === newer.ids[newTo - 1]) {
    oldTo--
    newTo--
  }
  return { oldFrom, oldTo, newFrom, newTo }
}

/**
 * Slides an insertion or deletion, where the words around it allow several places, to the one that reads best: after the
 * end of a sentence, beginning with a word and not in the middle of brackets or quotation marks.
 */
export function slideChange(
  pair: PassagePair,
  change: Change,
  room: { readonly before: number; readonly after: number }
) {
  const inserted = change.oldFrom === change.oldTo
  if (!inserted && change.newFrom !== change.newTo) return change
  const passage = inserted ? pair.newer : pair.older
  const from = inserted ? change.newFrom : change.oldFrom
  const length = inserted ? change.newTo - from : change.oldTo - from
  const shift = bestShift(passage, { from, to: from + length }, room)
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

function bestShift(
  { items, ids }: Passage,
  { from, to }: Stretch,
  room: { readonly before: number; readonly after: number }
) {
  let least = 0
  while (-least < room.before && ids[from + least - 1] === ids[to + least - 1]) least--
  let most = 0
  while (most < room.after && ids[from + most] === ids[to + most]) most++
  let best = 0
  let bestScore = -1
  for (let shift = most; shift >= least; shift--) {
    const score = readability(items[from + shift - 1]?.key, items[from + shift]!, items[to + shift - 1]!)
    if (score > bestScore || (score === bestScore && shift === 0)) {
      best = shift
      bestScore = score
    }
  }
  return best
}

function readability(
  before: string | undefined,
  first: { kind: string; key: string },
  last: { kind: string; key: string }
) {
  const opens = quotation.test(first.key) || /^[([{]$/.test(first.key)
  const fresh = before === undefined || sentenceEnd.test(before)
  return (fresh ? 4 : 0) + (first.kind === 'word' || opens ? 2 : 0) + (fresh && sentenceEnd.test(last.key) ? 2 : 0)
}
