import type { EditKind, FoundEdit } from '../diff/comparison.ts'
import { isQuotationMark } from './quotes.ts'

/** What a change of each kind weighs by itself. */
const weights: Readonly<Record<EditKind, number>> = {
  headline: 80,
  negation: 75,
  quote: 70,
  figure: 70,
  name: 60,
  date: 60,
  'correction-note': 60,
  hedge: 55,
  attribution: 55,
  removed: 45,
  standfirst: 40,
  added: 35,
  byline: 35,
  image: 30,
  caption: 25,
  link: 20,
  wording: 20,
  moved: 15,
  split: 10,
  merged: 10,
  'date-claim': 10,
  typo: 8,
  punctuation: 5,
  typography: 2,
  boilerplate: 2
}

/** Each further telling kind of the same change adds to the heaviest. */
const furtherKind = 5
const telling = weights.hedge
/** What was said or counted is gone. */
const removedQuotation = 25
const removedFigure = 10
/** One more for each doubling of the changed words, up to ten. */
const mostForSize = 10
/** A minor edit stays below all others, whatever its kind. */
const mostMinor = 10

/**
 * How much a reader should care about a change, from 0 to 100: the weight of its heaviest kind, more for further telling
 * kinds, for a quotation or figure that was taken out, and for its size in words. Folded noise is 0.
 */
export function importanceOf(edit: FoundEdit, words: number): number {
  if (edit.folded) return 0
  const heaviest = Math.max(...edit.kinds.map((kind) => weights[kind]))
  if (edit.minor) return Math.min(mostMinor, heaviest)
  const further = edit.kinds.filter((kind) => weights[kind] >= telling).length - 1
  const size = Math.min(mostForSize, Math.floor(Math.log2(words + 1)))
  return Math.min(100, heaviest + Math.max(0, further) * furtherKind + lossOf(edit) + size)
}

function lossOf({ before, after }: FoundEdit): number {
  if (after !== '') return 0
  const quotation = [...before].some((mark) => mark !== '’' && mark !== "'" && isQuotationMark(mark))
  return (quotation ? removedQuotation : 0) + (/\p{N}/u.test(before) ? removedFigure : 0)
}
