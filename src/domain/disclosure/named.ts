import { contentWords, type Candidate, type Sides } from './candidates.ts'
import type { Statement } from './notes.ts'
import type { Topic } from './topics.ts'
import { dateNumbersOf, holdsWord, isTight, numbersOf, wordsOf } from './values.ts'

/** What a statement says that could name an edit. */
interface Said {
  readonly text: string
  readonly words: readonly string[]
  readonly numbers: ReadonlySet<string>
  /** Without those of dates. */
  readonly amounts: ReadonlySet<string>
  readonly quoted: readonly string[]
  readonly topics: readonly Topic[]
}

/** "was amended on 4 March 2026": the time of the note, not of what it is about. */
const changed =
  'amended|updated|corrected|changed|edited|revised|modified|clarified|modifiée?|corrigée?|mise? à jour|(?:actualiz|modific|corrig|atualiz|alter)ad[ao]|' +
  'corregid[ao]|corrigid[ao]|(?:aggiornat|corrett|modificat)[ao]|wurde am|is op|обновл\\p{L}+|исправл\\p{L}+'
const day = '\\p{N}{1,2}(?:st|nd|rd|th|er|º|\\.)?(?:\\s(?:de\\s)?\\p{L}+)?(?:\\s(?:de\\s)?\\p{N}{4})?'
const stamps = [
  `(?:${changed})\\s(?:on|at|le|el|em|il|am|op)?\\s?${day}`,
  `(?:تعديل|تحديث|تصحيح|تصويب).{0,20}\\sفي\\s${day}`,
  `${day}\\sको\\s(?:अपडेट|संशोधित|ठीक)`,
  '(?:\\p{N}+[年月日])+に?(?:、)?(?:一部)?(?:訂正|修正|更新|追記|更正|修改)'
]
const stamp = new RegExp(stamps.join('|'), 'u')
const quotations = /[“"«„「『‘']([^”"»“」』’']{2,})[”"»“」』’']/gu

function read({ text, langs }: Statement, topics: readonly Topic[]): Said {
  const lang = langs.length === 1 ? langs[0]! : null
  const about = text.replace(stamp, ' ')
  const numbers = numbersOf(about, lang)
  const dates = dateNumbersOf(about, lang)
  return {
    text: about,
    words: [...wordsOf(about), ...contentWords(about)],
    numbers: new Set(numbers),
    amounts: new Set(numbers.filter((each) => !dates.has(each))),
    quoted: [...about.matchAll(quotations)].map(([, words]) => words!),
    topics
  }
}

/** Whether a statement says a number itself, that of a date aside: then no figure is meant but the one of that number. */
export function saysNumber(statement: Statement): boolean {
  return [...read(statement, []).amounts].some((amount) => amount.length > 1)
}

/** Whether what an edit changed is named as it was and as it is, one way only, or not at all. */
type Extent = 'both' | 'one' | 'none'

/**
 * The edits whose values a statement names, before and after; and, of those it names one way only, the ones that share no
 * value with these: where "41, not 42" is said of an age, another 42 is not meant.
 */
export function namedIn(statement: Statement, candidates: readonly Candidate[], topics: readonly Topic[]): Candidate[] {
  const said = read(statement, topics)
  const named = (extent: Extent) => candidates.filter((candidate) => extentOf(said, candidate) === extent)
  const whole = named('both')
  const taken = new Set(whole.flatMap(valuesOf))
  return [...whole, ...named('one').filter((candidate) => !valuesOf(candidate).some((value) => taken.has(value)))]
}

function valuesOf({ numbers, words }: Candidate): string[] {
  return [numbers, words].flatMap(({ before, after }) => [...before, ...after])
}

function extentOf(said: Said, candidate: Candidate): Extent {
  if (quotesChange(said, candidate) || repeatsChange(said, candidate)) return 'both'
  const byNumber = numberExtent(said, candidate)
  return byNumber === 'none' ? wordExtent(said, candidate) : byNumber
}

/** The statement quotes what the sentence says on one side and not on the other. */
function quotesChange({ quoted }: Said, { before, after }: Candidate): boolean {
  return quoted.some((words) => before.includes(words) !== after.includes(words))
}

/** The statement says the changed words with those beside them, as they are on one side only: "would not sell". */
function repeatsChange({ text }: Said, { phrases: [before, after] }: Candidate): boolean {
  const isIn = (phrase: string) => isTelling(phrase) && text.includes(phrase)
  return isIn(before) !== isIn(after)
}

/** Three words that are not all grammar, or five characters of a script without spaces. */
function isTelling(phrase: string): boolean {
  if (isTight(phrase)) return phrase.length > 4
  return wordsOf(phrase).length > 2 && contentWords(phrase).length > 0
}

/** A lone digit is too common to name anything, unless the statement is about figures. */
function numberExtent({ numbers: all, amounts, topics }: Said, { edit, numbers }: Candidate): Extent {
  const told = edit.kinds.includes('date') ? all : amounts
  const found = extent(numbers, (side) => numbers[side].some((value) => told.has(value)))
  const isAbout = topics.some(({ kinds }) => kinds.some((kind) => edit.kinds.includes(kind)))
  const telling = isAbout || [...numbers.before, ...numbers.after].some((value) => value.length > 1 && told.has(value))
  return found === 'one' && !telling ? 'none' : found
}

/** A name is told by any of its words, other changes by half of their words or more. */
function wordExtent(said: Said, { edit, words }: Candidate): Extent {
  const proper = edit.kinds.includes('name') || edit.kinds.includes('date')
  return extent(words, (side) => {
    const held = words[side].filter((word) => holdsWord(said.words, word))
    return spells(said, edit[side]) || (held.length > 0 && (proper || held.length * 2 >= words[side].length))
  })
}

/** In scripts without spaces changed words are known by standing in the statement as they are. */
function spells({ text }: Said, changed: string): boolean {
  const words = changed.trim().toLowerCase()
  return isTight(words) && words.length > 1 && text.includes(words)
}

function extent({ before, after }: Sides, isNamed: (side: 'before' | 'after') => boolean): Extent {
  const [old, newer] = [isNamed('before'), isNamed('after')]
  if (!old && !newer) return 'none'
  return (old && newer) || before.length === 0 || after.length === 0 ? 'both' : 'one'
}
