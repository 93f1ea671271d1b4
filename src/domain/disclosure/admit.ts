import { contentWords, type Candidate } from './candidates.ts'
import { namedIn, saysNumber } from './named.ts'
import type { Statement } from './notes.ts'
import { isOfNature, isOfNoNature, topicsOf, type Topic } from './topics.ts'
import { holdsWord, isTight } from './values.ts'

/**
 * The edits that one statement of a note admits: those whose values it names (the figure, name or words before or after),
 * and of each topic it names without a value (an age, a headline) those that fit the topic best.
 */
export function admittedBy(statement: Statement, candidates: readonly Candidate[]): Candidate[] {
  const { text, langs } = statement
  const topics = topicsOf(text, langs)
  const admitted = namedIn(statement, candidates, topics)
  const unsaid = saysNumber(statement) ? topics.filter(({ kinds }) => kinds[0] !== 'figure') : topics
  for (const topic of unsaid) {
    const own = candidates.filter((candidate) => suits(topic, candidate))
    // What it admits already, by a value or a narrower topic, is what this topic is about.
    if (own.some((candidate) => admitted.includes(candidate))) continue
    admitted.push(...(own.length > 0 ? best(topic, text, own) : likeliest(topic, text, candidates)))
  }
  return admitted
}

/** Where no change is of the kinds that the topic is about, one that may be of them without showing it. */
function likeliest(topic: Topic, statement: string, candidates: readonly Candidate[]): readonly Candidate[] {
  const { otherwise } = topic
  if (otherwise === undefined) return []
  const pool = candidates.filter((candidate) => suits({ ...topic, kinds: otherwise }, candidate))
  return best({ ...topic, broad: true }, statement, pool)
}

function suits({ kinds, side, nature }: Topic, candidate: Candidate): boolean {
  const { edit } = candidate
  if (side === 'came' && edit.before !== '') return false
  if (side === 'went' && edit.after !== '') return false
  if (nature !== undefined && !isOfNature(nature, candidate.beside) && !mayBeAge(nature, candidate)) return false
  return kinds.some((kind) => edit.kinds.includes(kind))
}

/** Other figures show their nature; an age may stand alone ("Lena is 41"), but then it counts nothing. */
function mayBeAge(nature: Topic['nature'], { edit, beside }: Candidate): boolean {
  if (nature !== 'age' || isTight(beside)) return false
  return isOfNoNature(beside) && !/figure: .+ → \S+ \p{L}/u.test(edit.reason)
}

/** Figures that show the topic's nature before others, then those whose sentence shares most words with the statement. */
function best({ nature, broad, side }: Topic, statement: string, pool: readonly Candidate[]): readonly Candidate[] {
  const own = nature === undefined ? [] : pool.filter(({ beside }) => isOfNature(nature, beside))
  const rest = own.length > 0 ? own : pool
  const words = contentWords(statement)
  const shared = rest.map(({ before, after }) => sharedWords(words, contentWords(`${before} ${after}`)))
  const most = Math.max(0, ...shared)
  const isAlone = rest.length === 1 && side !== undefined
  return most === 0 && broad === true && !isAlone ? [] : rest.filter((_, at) => shared[at] === most)
}

function sharedWords(some: readonly string[], others: readonly string[]): number {
  return some.filter((word) => holdsWord(others, word)).length
}
