import type { EditKind, FoldRule } from '../diff/comparison.ts'
import type { PassagePair, Site } from '../diff/sites.ts'
import type { Block } from '../revision.ts'
import { addressFold, addressSign } from './addresses.ts'
import { attributionSign, hedgeSign } from './attribution.ts'
import { dateWordsWithin, isDateWord } from './dates.ts'
import { figureChanges, figureWords, numbersDiffer } from './figures.ts'
import type { FigureChange, Setting } from './finding.ts'
import { passed, type Fold } from './guard.ts'
import { foldOfSentence } from './lines.ts'
import { encodingFold } from './mojibake.ts'
import { nameSign } from './names.ts'
import { negationSign } from './negation.ts'
import type { NumberSpan } from './number-span.ts'
import { isMinor, plainSign } from './plain.ts'
import { isQuotationMark } from './quotes.ts'
import { readingOf } from './reading.ts'
import { sidesOf, type Side, type Sides } from './sides.ts'
import { cameOrWent, type Sign } from './sign.ts'
import { nativeDigitsSign, separatorsFold } from './rewritten-numbers.ts'

/** What kinds of change one place in a text holds, and why. */
export interface Verdict {
  readonly kinds: readonly EditKind[]
  readonly reason: string
  readonly minor: boolean
  readonly figures: readonly FigureChange[]
  /** Noise: why it may be folded. */
  readonly rule: FoldRule | null
}

/** Judges the changes between two passages that are parts of two blocks. */
export function siteJudge({ old, newer, pair, sites }: Passages, setting: Setting): (site: Site) => Verdict {
  const offset = offsetIn({ old, newer, pair })
  const oldChanges = sites.map(({ oldFrom, oldTo }) => ({ from: oldFrom, to: oldTo }))
  const newChanges = sites.map(({ newFrom, newTo }) => ({ from: newFrom, to: newTo }))
  const olds = readingOf(pair.older, { text: old.text, offset, changes: oldChanges }, setting)
  const news = readingOf(pair.newer, { text: newer.text, offset, changes: newChanges }, setting)
  return (site) => judge(sidesOf(olds, news, site, setting))
}

export interface Passages {
  readonly old: Block
  readonly newer: Block
  readonly pair: PassagePair
  readonly sites: readonly Site[]
}

/** Where the passages begin in their blocks: at the same place in both, as what stands before them is equal. */
function offsetIn({ old, newer, pair }: Omit<Passages, 'sites'>): number {
  const [before, after] = [pair.older.text, pair.newer.text]
  const both = (at: number) => old.text.startsWith(before, at) && newer.text.startsWith(after, at)
  const [text, part] = before.length > after.length ? [old.text, before] : [newer.text, after]
  let at = text.indexOf(part)
  while (at >= 0 && !both(at)) at = text.indexOf(part, at + 1)
  return Math.max(0, at)
}

const folds = [encodingFold, addressFold, separatorsFold, foldOfSentence]

function judge(sides: Sides): Verdict {
  for (const find of folds) {
    const fold = passed<Fold>(find(sides), sides.setting)
    if (fold !== null) return { kinds: fold.kinds, reason: fold.reason, minor: true, figures: [], rule: fold.rule }
  }
  const figures = figureChanges(sides.older.numbers.filter(isFigure), sides.newer.numbers.filter(isFigure))
  const signs = allSigns(sides, figures)
  const kinds = signs.map(({ kind }) => kind)
  return {
    kinds: sides.sentence ? withSentence(sides, kinds) : kinds,
    reason: sides.sentence ? sentenceReason(sides) : signs[0]!.reason,
    minor: isMinor(sides, kinds),
    figures,
    rule: null
  }
}

/** Addresses and digits of another script say all there is to say; of other changes there may be several signs. */
function allSigns(sides: Sides, figures: readonly FigureChange[]): Sign[] {
  const only = addressSign(sides) ?? nativeDigitsSign(sides)
  if (only !== null) return [only]
  const found = signsOf(sides, figures)
  return found.some(({ kind }) => kind !== 'quote') ? found : [...found, ...plainSigns(sides, found)]
}

/** A sentence that only came or went is judged as a whole; one that was replaced also by what its words say. */
function signsOf(sides: Sides, figures: readonly FigureChange[]): Sign[] {
  const { older, newer, sentence } = sides
  const oneSided = sentence && (older.text === '' || newer.text === '')
  const rewritten = sentence && older.words.length + newer.words.length > 2 * shortSentence
  const numbers = oneSided ? [] : [figureSign(figures), timeSign, dateSign]
  const words = oneSided || rewritten ? [] : [negationSign, hedgeSign, attributionSign]
  return [quoteSign, ...numbers, ...words, nameSign].flatMap((sign) => sign(sides) ?? [])
}

/** In a longer sentence that was written anew a single word tells little. */
const shortSentence = 6

/** What else a change is: in a quotation only where it is punctuation alone, or marks that are no quotation marks. */
function plainSigns(sides: Sides, found: readonly Sign[]): Sign[] {
  const plain = plainSign(sides)
  if (found.length === 0) return [plain]
  const marks = [...sides.older.keys, ...sides.newer.keys].every((key) => isQuotationMark(key))
  return plain.kind === 'punctuation' && !marks ? [plain] : []
}

function withSentence({ older, newer }: Sides, kinds: readonly EditKind[]): EditKind[] {
  const rest = kinds.filter((kind) => kind !== 'wording')
  if (older.text === '') return [...rest, 'added', 'wording']
  return newer.text === '' ? [...rest, 'removed', 'wording'] : [...rest, 'wording']
}

function isFigure({ type }: NumberSpan): boolean {
  return type === 'figure'
}

function isTime({ type }: NumberSpan): boolean {
  return type === 'time'
}

function isDate({ type }: NumberSpan): boolean {
  return type === 'date'
}

function quoteSign({ older, newer, sentence }: Sides): Sign | null {
  const marks = marksAlone(older, newer)
  if (marks !== null) return { kind: 'quote', reason: `quotation marks ${marks}` }
  const sides = [older, newer].filter(({ keys }) => keys.length > 0)
  const mostly = sides.length === 2 ? 0.5 : 1
  const inside = sentence ? sides.every((side) => side.quotedShare >= mostly) : sides.some(({ quoted }) => quoted)
  return sides.length > 0 && inside ? { kind: 'quote', reason: 'quote altered' } : null
}

/** What happened to quotation marks, where the words beside them stayed; null where words changed as well. */
function marksAlone(older: Side, newer: Side): string | null {
  const count = ({ keys }: Side) => keys.filter((key) => isQuotationMark(key)).length
  const rest = ({ keys }: Side) => keys.filter((key) => !isQuotationMark(key)).join(' ')
  if (count(older) + count(newer) === 0 || rest(older) !== rest(newer)) return null
  if (count(older) === 0) return 'added'
  return count(newer) === 0 ? 'removed' : 'changed'
}

function figureSign(figures: readonly FigureChange[]) {
  return ({ older, newer }: Sides): Sign | null => {
    if (figures.length > 0) return { kind: 'figure', reason: `figure: ${figures.map(figureWords).join(', ')}` }
    const [olds, news] = [older.numbers.filter(isFigure), newer.numbers.filter(isFigure)]
    return numbersDiffer(olds, news) ? cameOrWent('figure', olds.map(textOf), news.map(textOf)) : null
  }
}

function textOf({ whole }: NumberSpan): string {
  return whole
}

/** A time of day is a figure as much as a date. */
function timeSign({ older, newer }: Sides): Sign | null {
  const [before, after] = [older.numbers.filter(isTime), newer.numbers.filter(isTime)]
  if (before.map(amountOf).join() === after.map(amountOf).join()) return null
  const sign = cameOrWent('date', before.map(textOf), after.map(textOf))
  return sign === null ? null : { kind: 'figure', reason: sign.reason.replace('date', 'time') }
}

function amountOf({ amount }: NumberSpan): string {
  return amount
}

function dateSign({ older, newer, setting }: Sides): Sign | null {
  const vocabulary = setting.words()
  const find = ({ numbers, words, around }: Side) => {
    const dates = numbers.filter((span) => isDate(span) || isTime(span))
    const inDates = dates.map(textOf).join(' ').toLowerCase()
    const named = words.filter((word) => isDateWord(word, vocabulary) && !inDates.includes(word.toLowerCase()))
    const within = dateWordsWithin(around, vocabulary).filter(
      (word) => !named.includes(word) && !inDates.includes(word)
    )
    return [...dates.map(textOf), ...named, ...within]
  }
  return cameOrWent('date', find(older), find(newer))
}

function sentenceReason(sides: Sides): string {
  const what = sides.older.text === '' ? 'added' : sides.newer.text === '' ? 'removed' : 'replaced'
  const name = nameSign(sides)
  return `sentence ${what}${name === null ? '' : `; ${name.reason}`}`
}
