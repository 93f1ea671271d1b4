import { isCorrection, isRejoined, lettersOf } from './correction.ts'
import { keyAt } from './stretch.ts'
import { claim, none, type Ledger, type Place } from './written.ts'

/** The words on both sides of a place where two texts differ. */
export interface Replaced {
  readonly olds: readonly Place[]
  readonly news: readonly Place[]
}

/** Gives a word the thread of another, if that is free. */
export function give(ledger: Ledger, from: Place, to: Place): void {
  const thread = from.block.threads[from.at]!
  if (thread !== none) claim(ledger, to, thread)
}

/**
 * Passes threads to words that are the old ones with their spelling corrected: word for word where both sides have as many.
 * `strict`: all of them or none, for sentences replaced whole.
 */
export function passCorrections(ledger: Ledger, { olds, news }: Replaced, strict: boolean): void {
  if (olds.length !== news.length) passRejoined(ledger, { olds, news })
  else {
    const corrected = olds.map((old, index) => isCorrected(ledger, old, keyAt(news[index]!)))
    if (strict && !corrected.every(Boolean)) return
    olds.forEach((old, index) => {
      if (corrected[index]!) give(ledger, old, news[index]!)
    })
  }
}

/** Held against the word the thread began with, too, so that no thread drifts from word to word. */
function isCorrected({ threads }: Ledger, old: Place, word: string): boolean {
  const thread = old.block.threads[old.at]!
  return isCorrection(keyAt(old), word) && (thread === none || isCorrection(threads.bornAs(thread), word))
}

/** Words divided otherwise: each has the thread of the one its first letter came from, the next parts twins of it. */
function passRejoined(ledger: Ledger, { olds, news }: Replaced): void {
  if (!isRejoined(olds.map(keyAt), news.map(keyAt)) || !areOfOneTime(ledger, olds)) return
  const ends = endsOf(olds)
  const starts = [0, ...endsOf(news)]
  const sources = news.map((_, index) => olds[ends.findIndex((end) => end > starts[index]!)]!)
  news.forEach((place, index) => {
    if (sources[index] !== sources[index - 1]) give(ledger, sources[index]!, place)
    else giveTwin(ledger, news[index - 1]!, place)
  })
}

/** Two words that came at different times are no one word, nor are words that were corrected meanwhile. */
function areOfOneTime({ threads }: Ledger, olds: readonly Place[]): boolean {
  const given = olds.map(({ block, at }) => block.threads[at]!)
  if (given.includes(none)) return false
  const times = new Set(given.map((thread) => threads.stretches(thread)[0]))
  return times.size === 1 && olds.every((old, index) => isRejoined([threads.bornAs(given[index]!)], [keyAt(old)]))
}

function giveTwin({ threads }: Ledger, from: Place, to: Place): void {
  const thread = from.block.threads[from.at]!
  if (thread !== none && to.block.threads[to.at] === none) to.block.threads[to.at] = threads.twin(thread)
}

/** How many letters there are up to the end of each word. */
function endsOf(words: readonly Place[]): number[] {
  let end = 0
  return words.map((word) => (end += lettersOf(keyAt(word)).length))
}
