import { ar } from './words/ar.ts'
import { de } from './words/de.ts'
import { el } from './words/el.ts'
import { en } from './words/en.ts'
import { es } from './words/es.ts'
import { fa } from './words/fa.ts'
import { fr } from './words/fr.ts'
import { he } from './words/he.ts'
import { hi } from './words/hi.ts'
import { it } from './words/it.ts'
import { ja } from './words/ja.ts'
import { ko } from './words/ko.ts'
import type { Language } from './words/language.ts'
import { nl } from './words/nl.ts'
import { pl } from './words/pl.ts'
import { pt } from './words/pt.ts'
import { ru } from './words/ru.ts'
import { th } from './words/th.ts'
import { tr } from './words/tr.ts'
import { uk } from './words/uk.ts'
import { zh } from './words/zh.ts'

export const languages: readonly Language[] = [
  en,
  es,
  fr,
  de,
  pt,
  it,
  nl,
  ru,
  uk,
  pl,
  tr,
  el,
  ar,
  fa,
  he,
  hi,
  th,
  ko,
  ja,
  zh
]

/** What a word can tell of a change. */
export type TermKind = 'negation' | 'hedge' | 'attribution' | 'source'

/** Words that tell a kind of change: whole words, phrases of several, and what may stand anywhere in a word. */
export interface Terms {
  readonly words: ReadonlyMap<string, readonly TermKind[]>
  readonly phrases: readonly Term[]
  readonly parts: readonly Term[]
}

export interface Term {
  readonly text: string
  readonly kind: TermKind
}

/** The words of a language made ready for looking up, all in lower case and as alignment keys write them. */
export interface Vocabulary {
  readonly code: string | null
  readonly terms: Terms
  readonly negativePrefixes: readonly string[]
  /** Month names and their abbreviations; `false` for those that mean a month only beside a number. */
  readonly months: ReadonlyMap<string, boolean>
  readonly days: ReadonlySet<string>
  readonly timeUnits: ReadonlyMap<string, string>
  readonly numbers: ReadonlyMap<string, number>
  readonly ordinals: ReadonlyMap<string, number>
  readonly magnitudes: ReadonlyMap<string, number>
  readonly joiners: ReadonlySet<string>
  /** How the words of the language's numbers begin: most words are no numbers, and are known by that at once. */
  readonly numberStarts: ReadonlySet<string>
  readonly beforeName: ReadonlySet<string>
  readonly afterName: ReadonlySet<string>
}

const withoutSpaces = new Set(['ja', 'zh', 'th'])
const unitNames = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year']
const read = new Map<string, Vocabulary>()

/**
 * The words of a language; where it is not known, or not listed, those of all: a change too many is shown as telling
 * rather than one too few.
 */
export function vocabularyOf(lang: string | null): Vocabulary {
  const code = lang?.split('-', 1)[0]?.toLowerCase() ?? ''
  const known = read.get(code)
  if (known !== undefined) return known
  const language = languages.find((each) => each.code === code)
  const made = language === undefined ? merged(languages.map(toVocabulary)) : toVocabulary(language)
  read.set(code, made)
  return made
}

function toVocabulary(language: Language): Vocabulary {
  return withStarts({
    code: language.code,
    terms: termsOf(language),
    negativePrefixes: words(language.negativePrefixes),
    months: monthsOf(language.months),
    days: new Set(words(language.days)),
    timeUnits: new Map(slots(language.time).flatMap((forms, at) => forms.map((form) => [form, unitNames[at]!]))),
    numbers: numbersOf(language),
    ordinals: new Map(slots(language.ordinals).flatMap((forms, at) => forms.map((form) => [form, at + 1]))),
    magnitudes: magnitudesOf(language.magnitudes),
    joiners: new Set(words(language.joiners)),
    beforeName: new Set(words(language.beforeName)),
    afterName: new Set(words(language.afterName))
  })
}

/** So many letters tell most words from numbers. */
const startLength = 2

function withStarts(vocabulary: Omit<Vocabulary, 'numberStarts'>): Vocabulary {
  const { numbers, ordinals, magnitudes } = vocabulary
  const all = [...numbers.keys(), ...ordinals.keys(), ...magnitudes.keys()]
  return { ...vocabulary, numberStarts: new Set(all.map((word) => word.slice(0, startLength))) }
}

/** Whether a lower-case word may be a number, going by its first letters. */
export function mayBeNumber(word: string, { numberStarts }: Vocabulary): boolean {
  return numberStarts.has(word.slice(0, startLength)) || word.startsWith('و') || word.startsWith('ו')
}

function words(list: string): string[] {
  const plain = list.normalize('NFC').replaceAll('\u2019', "'").toLowerCase()
  return plain
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => word.replaceAll('_', ' '))
}

/** The places of an ordered list, with the forms of each. */
function slots(list: string): string[][] {
  return words(list).map((slot) => slot.split('|').filter((form) => form !== '-'))
}

function termsOf(language: Language): Terms {
  const lists: Readonly<Record<TermKind, string>> = {
    negation: language.negations,
    hedge: language.hedges,
    attribution: language.attributions,
    source: language.sources
  }
  const all = Object.entries(lists).flatMap(([kind, list]) =>
    words(list).map((text) => ({ text, kind: kind as TermKind }))
  )
  if (withoutSpaces.has(language.code)) return { words: new Map(), phrases: [], parts: all }
  const parts = all.filter(({ text }) => text.startsWith('~')).map((term) => ({ ...term, text: term.text.slice(1) }))
  const whole = all.filter(({ text }) => !text.startsWith('~'))
  return { words: byWord(whole), phrases: whole.filter(({ text }) => text.includes(' ')), parts }
}

function byWord(terms: readonly Term[]): Map<string, TermKind[]> {
  const found = new Map<string, TermKind[]>()
  for (const { text, kind } of terms) {
    if (!text.includes(' ')) found.set(text, [...new Set([...(found.get(text) ?? []), kind])])
  }
  return found
}

function monthsOf(list: string): Map<string, boolean> {
  return new Map(
    slots(list).flatMap((forms) =>
      forms.map((form, at) => [form, at === 0 || [...form].length > 3] satisfies [string, boolean])
    )
  )
}

function numbersOf({ ones, tens, hundreds, fractions }: Language): Map<string, number> {
  const list = (text: string, value: (at: number) => number) =>
    slots(text).flatMap((forms, at) => forms.map((form) => [form, value(at)] satisfies [string, number]))
  return new Map([
    ...list(fractions, (at) => 1 / (at + 2)),
    ...list(ones, (at) => at),
    ...list(tens, (at) => 30 + 10 * at),
    ...list(hundreds, (at) => 100 + 100 * at)
  ])
}

function magnitudesOf(list: string): Map<string, number> {
  return new Map(
    words(list).map((entry) => {
      const [word = '', power] = entry.split(':')
      return [word, 10 ** Number(power)]
    })
  )
}

function merged(all: readonly Vocabulary[]): Vocabulary {
  const set = (pick: (one: Vocabulary) => ReadonlySet<string>) => new Set(all.flatMap((one) => [...pick(one)]))
  const map = <V>(pick: (one: Vocabulary) => ReadonlyMap<string, V>) =>
    new Map(all.toReversed().flatMap((one) => [...pick(one)]))
  return withStarts({
    code: null,
    terms: {
      words: byWord(
        all.flatMap(({ terms }) => [...terms.words].flatMap(([text, kinds]) => kinds.map((kind) => ({ text, kind }))))
      ),
      phrases: all.flatMap(({ terms }) => terms.phrases),
      parts: all.flatMap(({ terms }) => terms.parts)
    },
    negativePrefixes: [...new Set(all.flatMap((one) => one.negativePrefixes))],
    months: map((one) => one.months),
    days: set((one) => one.days),
    timeUnits: map((one) => one.timeUnits),
    numbers: withoutOtherWords(map((one) => one.numbers)),
    ordinals: withoutOtherWords(map((one) => one.ordinals)),
    magnitudes: withoutOtherWords(map((one) => one.magnitudes)),
    joiners: set((one) => one.joiners),
    beforeName: set((one) => one.beforeName),
    afterName: set((one) => one.afterName)
  })
}

/** Numbers that are ordinary words of other languages do not count where the language is not known. */
const otherWords = new Set(
  'once on sei son sto ten sech sieb vent ein mil cent bin mi md m k elli ilk prima'.split(' ')
)

function withoutOtherWords(numbers: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...numbers].filter(([word]) => !otherWords.has(word)))
}
