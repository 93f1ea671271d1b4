import { bagOf } from './bag.ts'
import type { Budget } from './budget.ts'
import { cheapestChanges } from './marking.ts'
import { countWords, isSameItem } from './passage.ts'
import { sentencesOf, type Sentence } from './sentences.ts'
import { changesBetween, changesIn, trimmed, type Change } from './sequence.ts'
import { pairInOrder } from './similarity.ts'
import { changedWords, sentenceSite, toSites, type PassagePair, type Site } from './sites.ts'
import { slideAll } from './slide.ts'

/** A sentence of which more than this share of the words changed, on either side, is shown as replaced whole. */
const rewritten = 0.6
/** Up to this share several sentences are still compared word by word, so that a new full stop is only that. */
const lightlyEdited = 0.3
/** So many words in a row that stand on both sides are no chance. */
const telling = 8
/** Areas of more pairs of items are cut down at landmarks before their cheapest changes are looked for. */
const smallArea = 20_000

/**
 * The places where two passages differ, in order; what lies between them is equal but for typography. A headline and the
 * like count as one sentence, whatever their punctuation.
 */
export function sitesBetween(pair: PassagePair, oneSentence: boolean, budget: Budget): Site[] {
  const { older, newer } = pair
  if (oneSentence) return compareSentence(pair, wholeOf(pair), budget)
  const sentences = { pair, olds: sentencesOf(older), news: sentencesOf(newer), budget }
  const number = numbering()
  const [olds, news] = [sentences.olds, sentences.news].map((list) => Int32Array.from(list, ({ text }) => number(text)))
  return changesBetween(olds!, news!, budget).flatMap((change) => compareStretch(sentences, change))
}

function wholeOf({ older, newer }: PassagePair): Change {
  return { oldFrom: 0, oldTo: older.items.length, newFrom: 0, newTo: newer.items.length }
}

/** Equal sentences get equal numbers. */
function numbering(): (text: string) => number {
  const numbers = new Map<string, number>()
  return (text) => {
    const known = numbers.get(text) ?? numbers.size
    numbers.set(text, known)
    return known
  }
}

interface Sentences {
  readonly pair: PassagePair
  readonly olds: readonly Sentence[]
  readonly news: readonly Sentence[]
  readonly budget: Budget
}

/** `change` counts sentences; the sites count items. */
function compareStretch(sentences: Sentences, change: Change): Site[] {
  const { pair, budget } = sentences
  const olds = change.oldTo - change.oldFrom
  const news = change.newTo - change.newFrom
  const area = itemsOf(sentences, change)
  if (olds === 0 || news === 0) return [sentenceSite(area)]
  if (olds === 1 && news === 1) return compareSentence(pair, area, budget)
  const changes = wordChanges(pair, area, budget)
  if (shareOf(pair, area, changes) <= lightlyEdited) return toSites(pair, changes)
  return pairSentences(sentences, change)
}

function pairSentences(sentences: Sentences, { oldFrom, oldTo, newFrom, newTo }: Change): Site[] {
  const { pair, olds, news, budget } = sentences
  const bags = olds.slice(oldFrom, oldTo).map(({ text }) => bagOf(text))
  const newBags = news.slice(newFrom, newTo).map(({ text }) => bagOf(text))
  const sites: Site[] = []
  let done = { old: oldFrom, new: newFrom }
  const replaceUpTo = (old: number, to: number) => {
    const rest = { oldFrom: done.old, oldTo: old, newFrom: done.new, newTo: to }
    if (old > done.old || to > done.new) sites.push(replaced(pair, itemsOf(sentences, rest)))
    done = { old: old + 1, new: to + 1 }
  }
  for (const link of pairInOrder({ olds: bags, news: newBags }, 1 - rewritten, budget)) {
    const at = { old: oldFrom + link.old, new: newFrom + link.new }
    replaceUpTo(at.old, at.new)
    const one = { oldFrom: at.old, oldTo: at.old + 1, newFrom: at.new, newTo: at.new + 1 }
    sites.push(...compareSentence(pair, itemsOf(sentences, one), budget))
  }
  replaceUpTo(oldTo, newTo)
  return sites
}

function itemsOf({ pair, olds, news }: Sentences, { oldFrom, oldTo, newFrom, newTo }: Change): Change {
  const oldStart = (at: number) => olds[at]?.from ?? pair.older.items.length
  const newStart = (at: number) => news[at]?.from ?? pair.newer.items.length
  return { oldFrom: oldStart(oldFrom), oldTo: oldStart(oldTo), newFrom: newStart(newFrom), newTo: newStart(newTo) }
}

function compareSentence(pair: PassagePair, area: Change, budget: Budget): Site[] {
  const changes = wordChanges(pair, area, budget)
  if (isRewritten(pair, area, changes)) return [{ ...replaced(pair, area), parts: changes }]
  return toSites(pair, changes)
}

/** Sentences in place of others. So many words that they begin or end with alike stay as they are. */
function replaced(pair: PassagePair, area: Change): Site {
  const { older, newer } = pair
  const differing = trimmed(area, (old, to) => isSameItem(older, old, newer, to))
  const begins = countWords(older.items, area.oldFrom, differing.oldFrom) >= telling
  const ends = countWords(older.items, differing.oldTo, area.oldTo) >= telling
  const { oldFrom, newFrom } = begins ? differing : area
  const { oldTo, newTo } = ends ? differing : area
  return sentenceSite({ oldFrom, oldTo, newFrom, newTo })
}

/** A long insertion alone does not make a sentence another one: its old words are all still there. */
function isRewritten({ older, newer }: PassagePair, area: Change, changes: readonly Change[]): boolean {
  const oldChanged = changes.reduce((sum, { oldFrom, oldTo }) => sum + countWords(older.items, oldFrom, oldTo), 0)
  const newChanged = changes.reduce((sum, { newFrom, newTo }) => sum + countWords(newer.items, newFrom, newTo), 0)
  return (
    oldChanged > rewritten * countWords(older.items, area.oldFrom, area.oldTo) &&
    newChanged > rewritten * countWords(newer.items, area.newFrom, area.newTo)
  )
}

/** Of the words of both sides, how many changed; 0 to 1. */
function shareOf(pair: PassagePair, area: Change, changes: readonly Change[]): number {
  const changed = changes.reduce((sum, change) => sum + changedWords(pair, change), 0)
  return changed / Math.max(1, changedWords(pair, area))
}

function wordChanges(pair: PassagePair, area: Change, budget: Budget): Change[] {
  const { older, newer } = pair
  const same = (old: number, to: number) => isSameItem(older, old, newer, to)
  const direct = (part: Change) => cheapestChanges(pair, part, budget)
  const differing = trimmed(area, same)
  const changes = changesIn({ older: older.ids, newer: newer.ids, budget, smallArea, direct }, differing)
  return slideAll(pair, area, changes)
}
