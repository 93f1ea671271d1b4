import type { Passage } from '../diff/passage.ts'
import type { Token } from '../diff/tokens.ts'
import { isDateWord } from './dates.ts'
import type { Setting } from './finding.ts'
import type { Words } from './lexicon.ts'
import { isGermanName } from './german-names.ts'
import { isNumberWord } from './number-words.ts'
import type { Side, Sides } from './sides.ts'
import { isTitleCase, startsSentence } from './sentence-start.ts'
import { cameOrWent, type Sign } from './sign.ts'

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
  if (vocabulary.code === 'tr' && turkishCase.test(key)) return true
  if (/^\p{Lu}{2,}$/u.test(key) && !small.has(key.toLowerCase())) return true
  return !startsSentence(items, at) || capitals.has(text) || beginsName(items, at, setting)
}

/** Hal in "Hal Penrose", but not The in "The Council": nowhere is it written small. */
function beginsName(items: readonly Token[], at: number, { lexicon }: Setting): boolean {
  return /^\p{Lu}\p{L}/u.test(items[at + 1]?.key ?? '') && !lexicon().small.has(items[at]!.key.toLowerCase())
}

/** In Turkish only names have their endings behind an apostrophe: Ankara'da. */
const turkishCase = /^\p{Lu}\p{L}+'\p{Ll}+$/u
