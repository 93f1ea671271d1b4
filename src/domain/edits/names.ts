import type { Passage } from '../diff/passage.ts'
import type { Token } from '../diff/tokens.ts'
import { isDateWord } from './dates.ts'
import type { Setting } from './finding.ts'
import type { Words } from './lexicon.ts'
import { isNumberWord } from './number-words.ts'
import { isQuotationMark } from './quotes.ts'
import type { Side, Sides } from './sides.ts'
import { cameOrWent, type Sign } from './sign.ts'
import { isAttribution } from './terms.ts'

const sentenceEnd = /^[.!?:\u2026\u037e]$/
const notNames = /^(?:I|I'm|I'd|I've|I'll|Mr|Mrs|Ms|Dr|PM|AM|Herr|Frau|Sr|Sra|M|Mme)$/
const capital = /^[\p{Lu}\p{Lt}]/u
/** A side of so few words is about the names in it. */
const fewWords = 4

/** A name that came, went or became another. In a longer passage only names that the article had not, or has no longer. */
export function nameSign(sides: Sides): Sign | null {
  const { older, newer, sentence, setting } = sides
  if (differInCaseAlone(older, newer)) return null
  const before = namesOf(older, setting)
  const after = namesOf(newer, setting)
  if (!sentence && before.length > 0 && after.length > 0) return cameOrWent('name', before, after)
  if (!sentence && older.words.length <= fewWords && newer.words.length <= fewWords)
    return cameOrWent('name', before, after)
  const { older: olds, newer: news } = setting.lexicon()
  const gone = before.filter((name) => isNew(name, news, newer))
  const come = after.filter((name) => isNew(name, olds, older))
  return cameOrWent('name', gone, come)
}

function isNew(name: string, others: Words, { reading }: Side): boolean {
  if (!capital.test(name)) return !reading.text.includes(name)
  return name.split(' ').some((word) => capital.test(word) && !others.has(word))
}

/** The same words, with other capitals. */
export function differInCaseAlone(older: Side, newer: Side): boolean {
  return older.keys.join(' ').toLowerCase() === newer.keys.join(' ').toLowerCase()
}

function namesOf(side: Side, setting: Setting): string[] {
  const titled = side.titled.map(({ text }) => text)
  return [...capitalNames(side, setting), ...new Set(titled)]
}

/** Names known by their capital where none is due, neighbours joined: "Hal Penrose". */
function capitalNames({ reading, from, to }: Side, setting: Setting): string[] {
  const { items } = reading.passage
  const names: string[] = []
  let last = -2
  for (let at = from; at < to; at++) {
    if (!isName(reading.passage, at, setting)) continue
    const name = items[at]!.text.replace(/['\u2019]s?$/u, '')
    if (last === at - 1) names[names.length - 1] += ` ${name}`
    else names.push(name)
    last = at
  }
  return names
}

function isName(passage: Passage, at: number, setting: Setting): boolean {
  const { items } = passage
  const { key, text, kind } = items[at]!
  if (kind !== 'word' || !capital.test(key) || notNames.test(key)) return false
  const vocabulary = setting.words()
  if (isDateWord(key, vocabulary) || isNumberWord(key.toLowerCase(), vocabulary)) return false
  const { capitals, small } = setting.lexicon()
  if (isTitleCase(passage)) return capitals.has(text) && !small.has(key.toLowerCase())
  if (vocabulary.code === 'de') return isGermanName(items, at, setting)
  if (/^\p{Lu}{2,}$/u.test(key) && !small.has(key.toLowerCase())) return true
  return !startsSentence(items, at) || capitals.has(text) || beginsName(items, at, setting)
}

/** Hal in "Hal Penrose", but not The in "The Council": nowhere is it written small. */
function beginsName(items: readonly Token[], at: number, { lexicon }: Setting): boolean {
  return /^\p{Lu}\p{L}/u.test(items[at + 1]?.key ?? '') && !lexicon().small.has(items[at]!.key.toLowerCase())
}

const germanNoun = /(?:ung|ungen|heit|keit|schaft|tion|tät|nis|mus|ment|tum|chen|lein)s?$/u
const germanPlace = /^(?:in|aus|nach|bei|von|für|gegen)$/u
const noPlace =
  /^(?:Haft|Kraft|Angst|Hause|Zukunft|Protest|Angaben|Höhe|Betrieb|Ordnung|Deutsch|Form|Sicht|Ende|Anfang|Mitte|Menschen|Kindern|Millionen|Milliarden)$/u

/**
 * German writes every noun large. A name stands beside another large word, a title or a verb of saying, or after the
 * preposition of a place, without an article.
 */
function isGermanName(items: readonly Token[], at: number, setting: Setting): boolean {
  const vocabulary = setting.words()
  const key = (near: number) => (items[near]?.kind === 'word' ? items[near].key : '')
  const [before, after] = [key(at - 1), key(at + 1)]
  if (germanNoun.test(key(at))) return false
  if (vocabulary.beforeName.has(before.toLowerCase())) return true
  if (isAttribution(before, vocabulary) || isAttribution(after, vocabulary)) return !startsWithArticle(items, at)
  if (germanPlace.test(before)) return !noPlace.test(key(at))
  return capital.test(before)
    ? !startsSentence(items, at - 1) || isFirstName(items, at - 1, setting)
    : isFirstName(items, at, setting)
}

function startsWithArticle(items: readonly Token[], at: number): boolean {
  return /^(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer)$/iu.test(items[at - 1]?.key ?? '')
}

function isFirstName(items: readonly Token[], at: number, { lexicon }: Setting): boolean {
  const next = items[at + 1]
  if (next === undefined || !capital.test(next.key) || startsWithArticle(items, at)) return false
  return !lexicon().small.has(items[at]!.key.toLowerCase()) && !/^(?:Der|Die|Das|Ein|Eine)$/u.test(items[at]!.key)
}

function startsSentence(items: readonly Token[], at: number): boolean {
  const before = items[at - 1]
  if (before === undefined || sentenceEnd.test(before.key)) return !endsTitle(items, at - 1)
  return before.kind === 'mark' && (isQuotationMark(before.text) || opening.test(before.text))
}

/** The full stop of Mr. and Dr. */
function endsTitle(items: readonly Token[], at: number): boolean {
  return items[at]?.key === '.' && titles.test(items[at - 1]?.key ?? '')
}

const titles = /^(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Sr|Sra|Dra|M|Mme|Dott|Hr|Fr|κ)$/u
const opening = /^[\u2012-\u2015\u00bf\u00a1([]$/u

const titleCases = new WeakMap<Passage, boolean>()

/** A headline That Writes Most Words Like This tells nothing about names. */
function isTitleCase(passage: Passage): boolean {
  const known = titleCases.get(passage)
  if (known !== undefined) return known
  const words = passage.items.filter(({ kind, key }) => kind === 'word' && /^\p{L}/u.test(key))
  const large = words.filter(({ key }) => /^\p{Lu}/u.test(key))
  const titleCase = words.length >= 4 && large.length > 0.7 * words.length
  titleCases.set(passage, titleCase)
  return titleCase
}
