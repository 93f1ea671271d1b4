import type { Change } from './sequence.ts'
import { countWords, type Passage } from './passage.ts'
import { wordValue } from '../edits/number-words.ts'
import { isMisspelling } from '../edits/spelling.ts'
import { isFunctionWord } from './function-words.ts'
import { endsSentence } from './lexicon.ts'

/**
 * A place where two passages differ, as positions of their items. `sentence`: whole sentences, not words of them. `parts`
 * are the items in it that really differ; those between them stand on both sides.
 */
export interface Site extends Change {
  readonly sentence: boolean
  readonly parts: readonly Change[]
}

export interface PassagePair {
  readonly older: Passage
  readonly newer: Passage
}

const bracket = /^[()[\]{}\uff08\uff09\u3010\u3011]$/u
const quotation = /^["'\u300c\u300d\u300e\u300f\u2039\u203a]$/u

/** Sentences that came, went or were replaced, with nothing of them on the other side. */
export function sentenceSite(area: Change): Site {
  return { ...area, sentence: true, parts: [area] }
}

/** Makes one site of neighbouring changes where little stands between them: a reader takes in few, whole changes. */
export function toSites(pair: PassagePair, changes: readonly Change[]): Site[] {
  const sites: Site[] = []
  for (const change of changes) {
    const last = sites.at(-1)
    if (last !== undefined && belongTogether(pair, last, change)) {
      const parts = [...last.parts, change]
      sites[sites.length - 1] = { ...last, oldTo: change.oldTo, newTo: change.newTo, parts }
    } else sites.push({ ...change, sentence: false, parts: [change] })
  }
  return sites
}

function belongTogether(pair: PassagePair, one: Change, other: Change): boolean {
  const between = pair.older.items.slice(one.oldTo, other.oldFrom)
  if (between.some((item) => endsSentence(item) || bracket.test(item.key) || quotation.test(item.key))) return false
  const words = between.filter(({ kind }) => kind === 'word')
  const both = (holds: (change: Change) => boolean) => holds(one) && holds(other)
  const holdsWord = (change: Change) => changedWords(pair, change) > 0
  if (words.length === 0) return holdsWord(one) || holdsWord(other)
  if (words.length > 2 || !both(holdsWord)) return false
  if (standsAlone(pair, one) || standsAlone(pair, other)) return false
  const aroundNumber = both((change) => holdsNumber(pair, change))
  if (words.every(({ key }) => isFunctionWord(key) || wordValue(key) !== null || (aroundNumber && isNumber(key)))) {
    return true
  }
  return both((change) => longest(pair, change) >= words.length)
}

/** The words of the longer of the two sides. */
function longest({ older, newer }: PassagePair, { oldFrom, oldTo, newFrom, newTo }: Change): number {
  return Math.max(countWords(older.items, oldFrom, oldTo), countWords(newer.items, newFrom, newTo))
}

/** 12 → 48, or a word spelled in another way, stands by itself, whatever else changes beside it. */
function standsAlone(pair: PassagePair, change: Change): boolean {
  return isSwap(pair, change, (one, other) => (isNumber(one) && isNumber(other)) || isMisspelling(one, other))
}

/** Whether one item stands in place of one other, and the two are of a kind. */
function isSwap(
  { older, newer }: PassagePair,
  change: Change,
  alike: (one: string, other: string) => boolean
): boolean {
  const [old, to] = [older.items[change.oldFrom], newer.items[change.newFrom]]
  if (old === undefined || to === undefined) return false
  return change.oldTo - change.oldFrom === 1 && change.newTo - change.newFrom === 1 && alike(old.key, to.key)
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
