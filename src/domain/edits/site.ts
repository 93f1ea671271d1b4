import type { EditKind } from '../diff/comparison.ts'
import type { PassagePair, Site } from '../diff/sites.ts'
import { textOf, type Passage } from '../diff/passage.ts'
import { figureChanges, figureWords, numbersDiffer } from './figures.ts'
import type { FigureChange, Setting } from './finding.ts'
import { namesIn } from './names.ts'
import { numbersIn, type NumberSpan } from './numbers.ts'
import { isQuotationMark, quotedItems } from './quotes.ts'
import { isMisspelling } from './spelling.ts'
import { months, termsIn, weekdays } from './terms.ts'

/** What kinds of change one place in a text holds, and why. */
export interface Verdict {
  readonly kinds: readonly EditKind[]
  readonly reason: string
  readonly minor: boolean
  readonly figures: readonly FigureChange[]
}

/** One side of a change, with what is known about the passage around it. */
interface Side {
  readonly passage: Passage
  readonly from: number
  readonly to: number
  readonly keys: readonly string[]
  readonly words: readonly string[]
  readonly text: string
  readonly numbers: readonly NumberSpan[]
  readonly quoted: boolean
  /** Of its words, how many stand inside quotation marks; 0 to 1. */
  readonly quotedShare: number
}

interface Sides {
  readonly older: Side
  readonly newer: Side
  readonly sentence: boolean
  readonly setting: Setting
}

/** Judges the changes between two passages. */
export function siteJudge(pair: PassagePair, setting: Setting): (site: Site) => Verdict {
  const older = sideReader(pair.older, setting.lang)
  const newer = sideReader(pair.newer, setting.lang)
  return (site) =>
    judge({
      older: older(site.oldFrom, site.oldTo),
      newer: newer(site.newFrom, site.newTo),
      sentence: site.sentence,
      setting
    })
}

function sideReader(passage: Passage, lang: string | null): (from: number, to: number) => Side {
  const quoted = quotedItems(passage)
  const numbers = numbersIn(passage, lang)
  return (from, to) => {
    const items = passage.items.slice(from, to)
    const words = items.filter(({ kind }) => kind === 'word').map(({ key }) => key)
    const inside = items.map(({ kind }, index) => kind === 'word' && quoted[from + index]!)
    const quotedShare = inside.filter(Boolean).length / Math.max(1, words.length)
    return {
      passage,
      from,
      to,
      keys: items.map(({ key }) => key),
      words,
      text: textOf(passage, from, to),
      numbers: numbers.filter((span) => span.from < to && span.to > from),
      quoted: quotedShare === 1 || (quotedShare > 0 && !items.some(({ text }) => isQuotationMark(text))),
      quotedShare
    }
  }
}

interface Sign {
  readonly kind: EditKind
  readonly reason: string
}

function judge(sides: Sides): Verdict {
  const figures = figureChanges(sides.older.numbers.filter(isFigure), sides.newer.numbers.filter(isFigure))
  const signs = [quoteSign, figureSign(figures), negationSign, hedgeSign, nameSign, attributionSign, dateSign]
  const found = signs.flatMap((sign) => sign(sides) ?? [])
  const all = found.length > 0 ? found : [plainSign(sides)]
  const kinds = all.map(({ kind }) => kind)
  const reason = sides.sentence ? sentenceReason(sides) : all[0]!.reason
  return { kinds: sides.sentence ? withWording(kinds) : kinds, reason, minor: isMinor(sides, kinds), figures }
}

function withWording(kinds: readonly EditKind[]): EditKind[] {
  return kinds.includes('wording') ? [...kinds] : [...kinds, 'wording']
}

function isFigure({ isDate }: NumberSpan): boolean {
  return !isDate
}

function quoteSign({ older, newer, sentence }: Sides): Sign | null {
  const marksOnly = [...older.keys, ...newer.keys].every((key) => isQuotationMark(key))
  if (marksOnly) return { kind: 'quote', reason: `quotation marks ${cameWentOrChanged(older.text, newer.text)}` }
  const sides = [older, newer].filter(({ words }) => words.length > 0)
  const mostly = sides.length === 2 ? 0.5 : 1
  const inside = sentence ? sides.every((side) => side.quotedShare >= mostly) : sides.some(({ quoted }) => quoted)
  return sides.length > 0 && inside ? { kind: 'quote', reason: 'quote altered' } : null
}

function figureSign(figures: readonly FigureChange[]) {
  return ({ older, newer, sentence }: Sides): Sign | null => {
    if (figures.length > 0) return { kind: 'figure', reason: `figure: ${figures.map(figureWords).join(', ')}` }
    if (sentence || !numbersDiffer(older.numbers.filter(isFigure), newer.numbers.filter(isFigure))) return null
    const [before, after] = [older, newer].map(({ numbers }) => numbers.filter(isFigure).map(textIn))
    return cameOrWent('figure', before!, after!)
  }
}

function textIn({ text }: NumberSpan): string {
  return text
}

function negationSign({ older, newer, sentence, setting }: Sides): Sign | null {
  if (sentence) return null
  const find = ({ words }: Side) => termsIn(words, 'negation', setting.lang)
  const prefix = negativePrefix(older.words, newer.words)
  return cameOrWent('negation', find(older), find(newer)) ?? prefix
}

/** lawful → unlawful, in English. */
function negativePrefix(before: readonly string[], after: readonly string[]): Sign | null {
  if (before.length !== 1 || after.length !== 1) return null
  const [one, other] = [before[0]!.toLowerCase(), after[0]!.toLowerCase()]
  const prefixes = ['un', 'in', 'im', 'il', 'ir', 'dis', 'non', 'non-']
  const negates = (plain: string, negative: string) =>
    plain.length >= 4 && prefixes.some((prefix) => prefix + plain === negative)
  return negates(one, other) || negates(other, one) ? { kind: 'negation', reason: `negation: ${one} → ${other}` } : null
}

function hedgeSign({ older, newer, sentence, setting }: Sides): Sign | null {
  if (sentence) return null
  const find = ({ words }: Side) => termsIn(words, 'hedge', setting.lang)
  return cameOrWent('hedge', find(older), find(newer))
}

function attributionSign({ older, newer, sentence, setting }: Sides): Sign | null {
  if (sentence) return null
  const find = ({ words }: Side) => termsIn(words, 'attribution', setting.lang)
  return cameOrWent('attribution', find(older), find(newer))
}

/** A name that stands on one side alone counts where the article no longer has it, or did not have it before. */
function nameSign({ older, newer, sentence, setting }: Sides): Sign | null {
  const before = namesIn(older.passage, older, setting)
  const after = namesIn(newer.passage, newer, setting)
  if (differInCaseAlone(older, newer)) return null
  if (!sentence && before.length > 0 && after.length > 0) return cameOrWent('name', before, after)
  const gone = before.filter((name) => !setting.newerText().includes(name))
  const come = after.filter((name) => !setting.olderText().includes(name))
  return cameOrWent('name', gone, come)
}

function differInCaseAlone(older: Side, newer: Side): boolean {
  return older.keys.join(' ').toLowerCase() === newer.keys.join(' ').toLowerCase()
}

function dateSign({ older, newer }: Sides): Sign | null {
  const find = ({ numbers, words }: Side) => {
    const named = words.filter((word) => /^\p{Lu}|^[^\p{Lu}]*$/u.test(word) && isDateWord(word))
    return [...numbers.filter(({ isDate }) => isDate).map(textIn), ...named].sort()
  }
  return cameOrWent('date', find(older), find(newer))
}

function isDateWord(word: string): boolean {
  const lower = word.toLowerCase()
  return weekdays.has(lower) || (months.has(lower) && word !== 'may' && word !== 'march')
}

/** A sign that the two lists differ: `name: A → B`, `negation removed: not`, or null where they are equal. */
function cameOrWent(kind: EditKind, before: readonly string[], after: readonly string[]): Sign | null {
  const gone = minus(before, after)
  const come = minus(after, before)
  if (gone.length === 0 && come.length === 0) return null
  if (come.length === 0) return { kind, reason: `${kind} removed: ${gone.join(', ')}` }
  if (gone.length === 0) return { kind, reason: `${kind} added: ${come.join(', ')}` }
  return { kind, reason: `${kind}: ${gone.join(', ')} → ${come.join(', ')}` }
}

function minus(list: readonly string[], other: readonly string[]): string[] {
  const rest = [...other]
  return list.filter((entry) => {
    const found = rest.indexOf(entry)
    if (found >= 0) rest.splice(found, 1)
    return found < 0
  })
}

function plainSign({ older, newer }: Sides): Sign {
  if (older.words.length + newer.words.length === 0) {
    return { kind: 'punctuation', reason: `punctuation: ${beforeAndAfter(older.text, newer.text)}` }
  }
  const [one, other] = [older.words[0], newer.words[0]]
  const single = [older, newer].every(({ keys, words }) => keys.length === 1 && words.length === 1)
  if (single && !differInCaseAlone(older, newer) && isMisspelling(one!, other!)) {
    return { kind: 'typo', reason: `spelling: ${one} → ${other}` }
  }
  if (single && differInCaseAlone(older, newer)) return { kind: 'wording', reason: `capital: ${one} → ${other}` }
  return { kind: 'wording', reason: `words ${cameWentOrChanged(older.text, newer.text)}` }
}

function cameWentOrChanged(before: string, after: string): string {
  if (before === '') return 'added'
  return after === '' ? 'removed' : 'changed'
}

function beforeAndAfter(before: string, after: string): string {
  if (after === '') return `${before} removed`
  return before === '' ? `${after} added` : `${before} → ${after}`
}

function sentenceReason(sides: Sides): string {
  const what = sides.older.text === '' ? 'added' : sides.newer.text === '' ? 'removed' : 'replaced'
  const name = nameSign(sides)
  return `sentence ${what}${name === null ? '' : `; ${name.reason}`}`
}

const slight = /^[.,;:\u2026\-\u00b7\u3001\u3002\uff0c\uff1b\uff1a\u060c\u061b\u0964]$/u

/** See design 8.4: never a digit, a quotation, a negation, a name, a question mark, a bracket or a symbol. */
function isMinor({ older, newer, sentence }: Sides, kinds: readonly EditKind[]): boolean {
  if (sentence || older.quoted || newer.quoted) return false
  if (kinds[0] === 'punctuation') return [...older.keys, ...newer.keys].every((key) => slight.test(key))
  if (kinds[0] === 'typo') return true
  return older.keys.length === 1 && newer.keys.length === 1 && kinds[0] === 'wording' && differInCaseAlone(older, newer)
}
