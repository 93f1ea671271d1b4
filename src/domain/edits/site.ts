import type { EditKind, FoldRule } from '../diff/comparison.ts'
import type { PassagePair, Site } from '../diff/sites.ts'
import type { Block } from '../revision.ts'
import { addressFold, addressSign } from './addresses.ts'
import { attributionSign, hedgeSign } from './attribution.ts'
import type { FigureChange, Setting } from './finding.ts'
import { passed, type Fold } from './guard.ts'
import { foldOfSentence } from './lines.ts'
import { encodingFold } from './mojibake.ts'
import { nameSign } from './names.ts'
import { negationSign } from './negation.ts'
import { dateSign, figuresOf, figureSign, timeSign } from './number-signs.ts'
import { isMinor, plainSign } from './plain.ts'
import { quoteSign } from './quote-sign.ts'
import { isQuotationMark } from './quotes.ts'
import { readingOf } from './reading.ts'
import { isLabelledNote } from './roles.ts'
import { sidesOf, type Sides } from './sides.ts'
import type { Sign } from './sign.ts'
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
export function siteJudge({ old, newer, offset, pair, sites }: Passages, setting: Setting): (site: Site) => Verdict {
  const oldChanges = sites.map(({ oldFrom, oldTo }) => ({ from: oldFrom, to: oldTo }))
  const newChanges = sites.map(({ newFrom, newTo }) => ({ from: newFrom, to: newTo }))
  const olds = readingOf(pair.older, { text: old.text, offset, changes: oldChanges }, setting)
  const news = readingOf(pair.newer, { text: newer.text, offset, changes: newChanges }, setting)
  return (site) => judge(sidesOf(olds, news, site, setting))
}

export interface Passages {
  readonly old: Block
  readonly newer: Block
  /** Where both passages begin in the texts of their blocks: what stands before them is equal. */
  readonly offset: number
  readonly pair: PassagePair
  readonly sites: readonly Site[]
}

const folds = [encodingFold, addressFold, separatorsFold, foldOfSentence]

function judge(sides: Sides): Verdict {
  for (const find of folds) {
    const fold = passed<Fold>(find(sides), sides.setting)
    if (fold !== null) return { kinds: fold.kinds, reason: fold.reason, minor: true, figures: [], rule: fold.rule }
  }
  const figures = figuresOf(sides)
  const signs = allSigns(sides, figures)
  const kinds = signs.map(({ kind }) => kind)
  return {
    kinds: sides.sentence ? withSentence(sides, kinds) : kinds,
    reason: sides.sentence ? sentenceReason(sides, signs) : signs[0]!.reason,
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
  if (older.text !== '' && newer.text !== '') return [...rest, 'wording']
  const note = isLabelledNote(older.text + newer.text) ? (['correction-note'] as const) : []
  return [...rest, ...note, older.text === '' ? 'added' : 'removed', 'wording']
}

/** What happened to the sentence, and the most telling thing about it. */
function sentenceReason({ older, newer }: Sides, signs: readonly Sign[]): string {
  const what = older.text === '' ? 'added' : newer.text === '' ? 'removed' : 'replaced'
  const telling = signs.find(({ kind }) => kind !== 'quote' && kind !== 'wording')
  return `sentence ${what}${telling === undefined ? '' : `; ${telling.reason}`}`
}
