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

/** Words that tell a kind of change: whole words, phrases of several, and what may stand anywhere in a word. */
export interface Terms {
  readonly words: ReadonlySet<string>
  readonly phrases: readonly string[]
  readonly parts: readonly string[]
}

/** The words of a language made ready for looking up, all in lower case and as alignment keys write them. */
export interface Vocabulary {
  readonly code: string | null
  readonly negations: Terms
  readonly hedges: Terms
  readonly attributions: Terms
  readonly sources: Terms
  readonly negativePrefixes: readonly string[]
  /** Month names and their abbreviations; `false` for those that mean a month only beside a number. */
  readonly months: ReadonlyMap<string, boolean>
  readonly days: ReadonlySet<string>
  readonly timeUnits: ReadonlyMap<string, string>
  readonly numbers: ReadonlyMap<string, number>
  readonly ordinals: ReadonlyMap<string, number>
  readonly magnitudes: ReadonlyMap<string, number>
  readonly joiners: ReadonlySet<string>
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
  const terms = (list: string) => toTerms(list, withoutSpaces.has(language.code))
  return {
    code: language.code,
    negations: terms(language.negations),
    hedges: terms(language.hedges),
    attributions: terms(language.attributions),
    sources: terms(language.sources),
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
  }
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

function toTerms(list: string, everywhere: boolean): Terms {
  const all = words(list)
  if (everywhere) return { words: new Set(), phrases: [], parts: all }
  const whole = all.filter((term) => !term.startsWith('~'))
  return {
    words: new Set(whole.filter((term) => !term.includes(' '))),
    phrases: whole.filter((term) => term.includes(' ')),
    parts: all.filter((term) => term.startsWith('~')).map((term) => term.slice(1))
  }
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
  const terms = (pick: (one: Vocabulary) => Terms): Terms => ({
    words: new Set(all.flatMap((one) => [...pick(one).words])),
    phrases: all.flatMap((one) => pick(one).phrases),
    parts: all.flatMap((one) => pick(one).parts)
  })
  const set = (pick: (one: Vocabulary) => ReadonlySet<string>) => new Set(all.flatMap((one) => [...pick(one)]))
  const map = <V>(pick: (one: Vocabulary) => ReadonlyMap<string, V>) =>
    new Map(all.toReversed().flatMap((one) => [...pick(one)]))
  return {
    code: null,
    negations: terms((one) => one.negations),
    hedges: terms((one) => one.hedges),
    attributions: terms((one) => one.attributions),
    sources: terms((one) => one.sources),
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
  }
}

/** Numbers that are ordinary words of other languages do not count where the language is not known. */
const otherWords = new Set(
  'once on sei son sto ten sech sieb vent ein mil cent bin mi md m k elli ilk prima'.split(' ')
)

function withoutOtherWords(numbers: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...numbers].filter(([word]) => !otherWords.has(word)))
}
