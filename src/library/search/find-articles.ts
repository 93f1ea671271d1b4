import type { NamedArticle } from '../../contract/saved.ts'
import { likeness, wordsOf } from '../../domain/search/likeness.ts'
import { articleOf, numberOf } from '../store/block-id.ts'
import { Damage } from '../store/damage.ts'
import {
  headlineBlocks,
  lastChanged,
  lastChangedOf,
  namedAmong,
  sourceNames,
  type NamedRow
} from '../store/named-articles.ts'
import type { Store } from '../store/open.ts'
import { ArticleText } from '../store/packs.ts'

/** Nobody types more words than this to name an article. */
const mostWords = 8
/** So many articles that changed last are looked at one by one, however they are typed. */
const nearby = 1000
/** So many headlines of the whole library are looked at: those whose words begin as was typed. */
const mostHeadlines = 200
/** So many headlines that do not stand any more are read. */
const mostOnce = 40
/** A beginning that is shorter than this is that of too many words. */
const leastBeginning = 3

/**
 * Articles that what was typed may name, the likeliest first: by headlines that stand or once did, and by source. Those that
 * changed last are found however they are typed; of all others the index gives those whose words begin so, or nearly.
 */
export function findArticles(store: Store, text: string, limit: number): NamedArticle[] {
  const typed = wordsOf(text).slice(0, mostWords)
  if (typed.length === 0) return []
  const found = new Map<number, Scored>()
  const near = lastChanged(store, nearby)
  for (const row of near) keep(found, row, scoreOf(typed, row))
  const blocks = indexed(store, typed)
  const known = new Set(near.map(({ article }) => article))
  const rows = namedAmong(
    store,
    [...new Set(blocks.map(articleOf))].filter((article) => !known.has(article))
  )
  for (const row of [...rows, ...ofSources(store, typed)]) keep(found, row, scoreOf(typed, row))
  for (const once of onceNamed(store, typed, { blocks, found, rows: [...near, ...rows] }))
    found.set(once.row.article, once)
  return [...found.values()].toSorted(likelierFirst).slice(0, limit).map(toNamed)
}

interface Scored {
  readonly row: NamedRow
  readonly score: number
  readonly once: string | null
}

function keep(found: Map<number, Scored>, row: NamedRow, score: number | null): void {
  if (score !== null) found.set(row.article, { row, score, once: null })
}

const scoreOf = (typed: readonly string[], { headline, source }: NamedRow): number | null =>
  likeness(typed, [...knownWords(headline), ...knownWords(source)])

/** So many names are kept with their words: who types asks for the same again with every letter. */
const mostKnown = 5000
const words = new Map<string, readonly string[]>()

function knownWords(name: string): readonly string[] {
  const known = words.get(name) ?? wordsOf(name)
  if (words.size >= mostKnown) words.clear()
  words.set(name, known)
  return known
}

const likelierFirst = (one: Scored, other: Scored): number =>
  other.score - one.score || (one.row.changedAt < other.row.changedAt ? 1 : -1)

const toNamed = ({ row, once }: Scored): NamedArticle => ({ ...row, once })

/** Headlines that have every word, whole or begun; where there are few, also those with words that begin nearly so. */
function indexed(store: Store, typed: readonly string[]): number[] {
  const long = typed.filter((word) => word.length >= leastBeginning || /[^\p{sc=Latn}\p{N}]/u.test(word))
  if (long.length === 0) return []
  const options = { sources: null, most: mostHeadlines }
  const exact = headlineBlocks(store, long, options)
  const stems = long.map((word) => (word.length < 5 ? word : word.slice(0, Math.max(leastBeginning, word.length / 2))))
  if (exact.length >= limitOfNear || stems.every((stem, i) => stem === long[i])) return exact
  return [...new Set([...exact, ...headlineBlocks(store, stems, options)])]
}

/** With so many headlines that have every word nobody needs those that nearly have. */
const limitOfNear = 10

/** Articles of sources that are named; with further words, those of their last that have them. */
function ofSources(store: Store, typed: readonly string[]): NamedRow[] {
  const named = sourceNames(store)
    .map(({ id, name }) => ({ id, score: Math.max(...typed.map((word) => likeness([word], knownWords(name)) ?? 0)) }))
    .filter(({ score }) => score >= 8)
  const likeliest = named.toSorted((one, other) => other.score - one.score).slice(0, 10)
  return likeliest.flatMap(({ id }) => lastChangedOf(store, id, 100))
}

interface Once {
  readonly blocks: readonly number[]
  readonly found: ReadonlyMap<number, Scored>
  readonly rows: readonly NamedRow[]
}

/** Articles that only a headline of the past names. */
function onceNamed(store: Store, typed: readonly string[], { blocks, found, rows }: Once): Scored[] {
  const byId = new Map(rows.map((row) => [row.article, row]))
  const unnamed = blocks.filter((block) => !found.has(articleOf(block)) && byId.has(articleOf(block)))
  return unnamed.slice(0, mostOnce).flatMap((block) => {
    const row = byId.get(articleOf(block))!
    const once = readable(store, block)
    const score = once === null ? null : scoreOf(typed, { ...row, headline: once })
    return score === null ? [] : [{ row, score: score - 1, once }]
  })
}

/** What was read of a library is kept as the words are: a block never changes. */
const onceKnown = new WeakMap<Store, Map<number, string | null>>()

function readable(store: Store, block: number): string | null {
  const kept = onceKnown.get(store) ?? new Map<number, string | null>()
  onceKnown.set(store, kept)
  const text = kept.has(block) ? kept.get(block)! : read(store, block)
  if (kept.size >= mostKnown) kept.clear()
  kept.set(block, text)
  return text
}

/** Null where the text is damaged; verifying tells of it. */
function read(store: Store, block: number): string | null {
  try {
    return new ArticleText(store, articleOf(block)).block(numberOf(block)).text
  } catch (error) {
    if (error instanceof Damage) return null
    throw error
  }
}
