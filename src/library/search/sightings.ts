import { matches } from '../../domain/search/snippet.ts'
import type { Scope, Term } from '../../domain/search/query.ts'
import { addition, removal, type Turn } from '../../domain/search/turn.ts'
import { numberOf } from '../store/block-id.ts'
import type { Store } from '../store/open.ts'
import { ArticleText } from '../store/packs.ts'
import { fromRuns, inRuns } from '../store/runs.ts'
import { blocksBetween, searchedVersions, type SearchedVersion } from '../store/search.ts'
import type { TermBlocks } from './term-blocks.ts'

/** An article while it is looked at: its versions, and its text as far as it was needed. */
export interface Looked {
  readonly store: Store
  readonly article: number
  readonly versions: readonly SearchedVersion[]
  readonly text: ArticleText
}

export function lookAt(store: Store, article: number): Looked {
  return { store, article, versions: searchedVersions(store, article), text: new ArticleText(store, article) }
}

/** The numbers of an article's blocks that have a term, whatever the marks of its scope. */
function blocksWith({ store, article, versions, text }: Looked, wanted: TermBlocks): ReadonlySet<number> {
  const known = wanted.isPlain ? wanted.known(article) : null
  if (known !== null) return new Set(known.map(numberOf))
  // The index gathers all words with a beginning before it looks at one article: reading the text is faster.
  if (wanted.term.prefix) {
    const numbers = new Set(versions.flatMap(({ runs }) => fromRuns(runs)))
    return new Set([...numbers].filter((number) => timesOf(text, number, wanted.term) > 0))
  }
  return new Set(blocksBetween(store, wanted.plain, article, article + 1).map(numberOf))
}

const timesOf = (text: ArticleText, number: number, term: Term): number =>
  matches(text.block(number).text, [term]).length

/** Where the text of one scope stands. */
export interface Sighting {
  readonly scope: Scope
  readonly terms: readonly Term[]
  /** The blocks that have each of the terms. */
  readonly texts: readonly ReadonlySet<number>[]
  /** Whether a version has all of it. */
  readonly held: readonly boolean[]
  /** Between which versions it came or went, where that was asked for. */
  readonly turn: Turn | null
}

/** Where all terms of one scope stand together in an article; null where they never do as the scope says. */
export function sight(looked: Looked, scope: Scope, wanted: readonly TermBlocks[]): Sighting | null {
  const found = wanted.map((one) => blocksWith(looked, one))
  if (found.some(({ size }) => size === 0)) return null
  const turns = found.map((blocks, i) => turnOf(looked, scope, { blocks, term: wanted[i]!.term }))
  const isTurned = scope === 'removed' || scope === 'added'
  if (isTurned && turns.includes(null)) return null
  const texts = isTurned ? turns.map((turn) => turn!.blocks) : found
  const held = heldBy(looked.versions, texts, isTurned)
  if (!held.includes(true) || (scope === 'current' && !held.at(-1)!)) return null
  return { scope, terms: wanted.map(({ term }) => term), texts, held, turn: turns[0] ?? null }
}

/** Which versions have all of the texts; of texts that were never together, which have the first. */
function heldBy(
  versions: readonly SearchedVersion[],
  texts: readonly ReadonlySet<number>[],
  apart: boolean
): boolean[] {
  const having = (wanted: readonly ReadonlySet<number>[]) =>
    versions.map(({ runs }) => wanted.every((text) => [...text].some((block) => inRuns(runs, block))))
  const together = having(texts)
  return together.includes(true) || !apart ? together : having(texts.slice(0, 1))
}

interface Found {
  readonly blocks: ReadonlySet<number>
  readonly term: Term
}

function turnOf({ versions, text }: Looked, scope: Scope, { blocks, term }: Found): Turn | null {
  if (scope !== 'removed' && scope !== 'added') return null
  const known = new Map<number, number>()
  const timesIn = (number: number): number => {
    const times = known.get(number) ?? timesOf(text, number, term)
    known.set(number, times)
    return times
  }
  const textOf = (number: number) => text.block(number).text
  const having = versions.map((version) => fromRuns(version.runs).filter((number) => blocks.has(number)))
  const seen = { versions: having, timesIn, textOf }
  return scope === 'removed' ? removal(seen) : addition(seen)
}
