import { isAttribution } from '../edits/terms.ts'
import { contentWords, type Candidate, type Sides } from './candidates.ts'
import type { Statement } from './notes.ts'
import { isOfNature, isOfOtherNature, topicsOf, type Topic } from './topics.ts'
import { dateNumbersOf, holdsWord, isTight, numbersOf } from './values.ts'

/**
 * The edits that one statement of a note admits: those whose values it names (the figure, name or words before or after),
 * and of each topic it names without a value (an age, a headline) those that fit the topic best.
 */
export function admittedBy(statement: Statement, candidates: readonly Candidate[]): Candidate[] {
  const topics = topicsOf(statement.text, statement.langs)
  const admitted = namedIn(statement, candidates, topics)
  for (const topic of topics) admitted.push(...fitting({ topic, statement, candidates, admitted }))
  return admitted
}

/** What a statement says that could name an edit. */
interface Said {
  readonly text: string
  readonly words: readonly string[]
  readonly numbers: ReadonlySet<string>
  /** Without those of dates. */
  readonly amounts: ReadonlySet<string>
  readonly quoted: readonly string[]
}

/** "was amended on 4 March 2026": the time of the note, not of what it is about. */
const stamp =
  /(?:amended|updated|corrected|changed|edited|revised|modified|clarified|modifiée?|corrigée?|mise? à jour|actualizad[ao]|corregid[ao]|modificad[ao]|atualizad[ao]|corrigid[ao]|alterad[ao]|aggiornat[ao]|corrett[ao]|modificat[ao]|wurde|is|обновл\p{L}+|исправл\p{L}+)\s(?:on|at|le|el|em|il|am|op)?\s?\p{N}{1,2}(?:st|nd|rd|th|er|º|\.)?(?:\s(?:de\s)?\p{L}+)?(?:\s(?:de\s)?\p{N}{4})?/u
const quotations = /[“"«„「『‘']([^”"»“」』’']{2,})[”"»“」』’']/gu

function read({ text }: Statement): Said {
  const about = text.replace(stamp, ' ')
  const numbers = numbersOf(about)
  const dates = dateNumbersOf(about)
  return {
    text: about,
    words: contentWords(about),
    numbers: new Set(numbers),
    amounts: new Set(numbers.filter((each) => !dates.has(each))),
    quoted: [...about.matchAll(quotations)].map(([, words]) => words!)
  }
}

type Extent = 'both' | 'one' | 'none'

/** Those named on both sides; and by one side those of which no other edit has that value. */
function namedIn(statement: Statement, candidates: readonly Candidate[], topics: readonly Topic[]): Candidate[] {
  const said = read(statement)
  const extents = candidates.map((candidate) => ({ candidate, extent: extentOf(said, candidate, topics) }))
  const whole = extents.filter(({ extent }) => extent === 'both').map(({ candidate }) => candidate)
  const taken = new Set(
    whole.flatMap(({ numbers, words }) => [numbers, words].flatMap(({ before, after }) => [...before, ...after]))
  )
  const isFree = ({ numbers, words }: Candidate) =>
    [numbers, words].every((sides) => [...sides.before, ...sides.after].every((value) => !taken.has(value)))
  const half = extents.filter(({ candidate, extent }) => extent === 'one' && isFree(candidate))
  return [...whole, ...half.map(({ candidate }) => candidate)]
}

function extentOf(said: Said, candidate: Candidate, topics: readonly Topic[]): Extent {
  const { edit, numbers, words } = candidate
  if (quotesChange(said, candidate)) return 'both'
  const told = edit.kinds.includes('date') ? said.numbers : said.amounts
  const suits = topics.some((topic) => topic.kinds.some((kind) => edit.kinds.includes(kind)))
  // A lone digit is too common to name anything without the topic.
  const byNumber = extent(numbers, (side) => side.some((value) => told.has(value)))
  if (byNumber === 'both' || (byNumber === 'one' && (suits || telling(numbers, told)))) return byNumber
  const proper = edit.kinds.includes('name') || edit.kinds.includes('date')
  return extent(
    words,
    (side) => namesWords(said, side, proper),
    (side) => spells(said, candidate, side)
  )
}

function extent(
  { before, after }: Sides,
  isNamed: (side: readonly string[]) => boolean,
  spelled?: (side: 'before' | 'after') => boolean
): Extent {
  const old = isNamed(before) || spelled?.('before') === true
  const newer = isNamed(after) || spelled?.('after') === true
  if (old && newer) return 'both'
  if (!old && !newer) return 'none'
  return before.length === 0 || after.length === 0 ? 'both' : 'one'
}

function telling({ before, after }: Sides, told: ReadonlySet<string>): boolean {
  return [...before, ...after].some((value) => value.length > 1 && told.has(value))
}

/** A name is told by any of its words, other words by half of them or more. */
function namesWords(said: Said, side: readonly string[], proper: boolean): boolean {
  const content = side.filter((word) => word.length > 3 || (proper && word.length > 1))
  const held = content.filter((word) => holdsWord(said.words, word))
  return held.length > 0 && (proper || held.length * 2 >= content.length)
}

/** The changed words stand in the statement as they are: the only way in scripts without spaces. */
function spells(said: Said, { edit }: Candidate, side: 'before' | 'after'): boolean {
  const words = edit[side].trim().toLowerCase()
  return isTight(words) && words.length > 1 && said.text.includes(words)
}

/** The statement quotes what one side says and the other does not. */
function quotesChange({ quoted }: Said, { edit, numbers, words }: Candidate): boolean {
  if ([numbers, words].every(({ before, after }) => before.length + after.length === 0)) return false
  const [before, after] = [edit.before.toLowerCase(), edit.after.toLowerCase()]
  return quoted.some((words) => before.includes(words) !== after.includes(words))
}

interface Search {
  readonly topic: Topic
  readonly statement: Statement
  readonly candidates: readonly Candidate[]
  /** Those it admits already, by their values or a narrower topic: they are what a topic of theirs is about. */
  readonly admitted: readonly Candidate[]
}

function fitting({ topic, statement, candidates, admitted }: Search): readonly Candidate[] {
  const pool = candidates.filter((candidate) => suits(topic, candidate))
  if (pool.some((candidate) => admitted.includes(candidate))) return []
  const nature = topic.nature
  const marked = nature === undefined ? [] : pool.filter(({ beside }) => isOfNature(nature, beside))
  const rest = nature === undefined ? pool : pool.filter(({ beside }) => !isOfOtherNature(nature, beside))
  return nearest(topic, statement, marked.length > 0 ? marked : rest)
}

function suits({ kinds, side, nature }: Topic, { edit, beside }: Candidate): boolean {
  if (side === 'came' && edit.before !== '') return false
  if (side === 'went' && edit.after !== '') return false
  if (nature !== undefined && isOfOtherNature(nature, beside) && !isOfNature(nature, beside)) return false
  return kinds.some((kind) => edit.kinds.includes(kind))
}

/** Those of which the sentence shares most words with the statement. */
function nearest({ broad }: Topic, { text }: Statement, pool: readonly Candidate[]): readonly Candidate[] {
  const words = contentWords(text).filter((word) => word.length > 3 && !isAttribution(word))
  const shared = pool.map(({ sentence }) => sharedWords(words, sentence))
  const most = Math.max(0, ...shared)
  if (most === 0 && broad === true && pool.length > 1) return []
  return pool.filter((_, at) => shared[at] === most)
}

function sharedWords(words: readonly string[], sentence: string): number {
  const own = contentWords(sentence)
  return words.filter((word) => holdsWord(own, word)).length
}
