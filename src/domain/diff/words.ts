import { changesBetween, type Change } from './sequence.ts'
import { bagOf, pairInOrder } from './similarity.ts'
import { changedWords, joinChanges, slideChange, trimChange, type PassagePair, type Site } from './sites.ts'
import { sentencesOf, type Span } from './sentences.ts'
import type { Budget } from './budget.ts'

/** Above this share of changed words a sentence is shown as replaced whole. */
const rewritten = 0.6
/** Up to this share several sentences are still compared word by word, so that a new full stop is only that. */
const lightlyEdited = 0.3

/**
 * The places where two passages differ, in order; what lies between them is equal but for typography. A headline and the
 * like count as one sentence, whatever their punctuation.
 */
export function sitesBetween(pair: PassagePair, oneSentence: boolean, budget: Budget): Site[] {
  const olds = oneSentence ? oneSpan(pair.older.items.length) : sentencesOf(pair.older)
  const news = oneSentence ? oneSpan(pair.newer.items.length) : sentencesOf(pair.newer)
  const number = numbering()
  const changes = changesBetween(
    olds.map((span) => number(pair.older.ids, span)),
    news.map((span) => number(pair.newer.ids, span)),
    budget
  )
  return slideAll(
    pair,
    changes.flatMap((change) => compareStretch({ pair, olds, news, budget }, change))
  )
}

function oneSpan(items: number): Span[] {
  return items === 0 ? [] : [{ from: 0, to: items }]
}

/** Equal sentences get equal numbers. */
function numbering(): (ids: readonly number[], span: Span) => number {
  const numbers = new Map<string, number>()
  return (ids, { from, to }) => {
    const key = ids.slice(from, to).join()
    const known = numbers.get(key) ?? numbers.size
    numbers.set(key, known)
    return known
  }
}

interface Sentences {
  readonly pair: PassagePair
  readonly olds: readonly Span[]
  readonly news: readonly Span[]
  readonly budget: Budget
}

/** `change` counts sentences; the sites count items. */
function compareStretch(sentences: Sentences, change: Change): Site[] {
  const { pair, budget } = sentences
  const olds = change.oldTo - change.oldFrom
  const news = change.newTo - change.newFrom
  const area = itemsOf(sentences, change)
  if (olds === 0 || news === 0) return [{ ...area, sentence: true }]
  if (olds === 1 && news === 1) return compareSentence(pair, area, budget)
  const changes = wordChanges(pair, area, budget)
  if (changedShare(pair, area, changes) <= lightlyEdited) return changes.map(toWordSite)
  return pairSentences(sentences, change)
}

function pairSentences(sentences: Sentences, { oldFrom, oldTo, newFrom, newTo }: Change): Site[] {
  const { pair, olds, news, budget } = sentences
  const bags = olds.slice(oldFrom, oldTo).map(({ from, to }) => bagOf(pair.older, from, to))
  const newBags = news.slice(newFrom, newTo).map(({ from, to }) => bagOf(pair.newer, from, to))
  const sites: Site[] = []
  let done = { old: oldFrom, new: newFrom }
  const replaceUpTo = (old: number, to: number) => {
    const rest = { oldFrom: done.old, oldTo: old, newFrom: done.new, newTo: to }
    if (old > done.old || to > done.new) sites.push({ ...itemsOf(sentences, rest), sentence: true })
    done = { old: old + 1, new: to + 1 }
  }
  for (const link of pairInOrder(bags, newBags, 1 - rewritten, budget)) {
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
  if (changedShare(pair, area, changes) > rewritten) return [{ ...area, sentence: true }]
  return changes.map(toWordSite)
}

function toWordSite(change: Change): Site {
  return { ...change, sentence: false }
}

function changedShare(pair: PassagePair, area: Change, changes: readonly Change[]): number {
  const changed = changes.reduce((sum, change) => sum + changedWords(pair, change), 0)
  return changed / Math.max(1, changedWords(pair, area))
}

function wordChanges(pair: PassagePair, area: Change, budget: Budget): Change[] {
  const older = pair.older.ids.slice(area.oldFrom, area.oldTo)
  const newer = pair.newer.ids.slice(area.newFrom, area.newTo)
  const changes = changesBetween(older, newer, budget).map((change) => ({
    oldFrom: change.oldFrom + area.oldFrom,
    oldTo: change.oldTo + area.oldFrom,
    newFrom: change.newFrom + area.newFrom,
    newTo: change.newTo + area.newFrom
  }))
  return joinChanges(pair, changes).map((change) => trimChange(pair, change))
}

function slideAll(pair: PassagePair, sites: readonly Site[]): Site[] {
  let end = 0
  return sites.map((site, index) => {
    const next = sites[index + 1]?.oldFrom ?? pair.older.items.length
    const room = { before: site.oldFrom - end, after: next - site.oldTo }
    const slid = { ...slideChange(pair, site, room), sentence: site.sentence }
    end = slid.oldTo
    return slid
  })
}
