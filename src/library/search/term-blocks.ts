import type { Scope, Term } from '../../domain/search/query.ts'
import { articleOf, blockId } from '../store/block-id.ts'
import type { Store } from '../store/open.ts'
import { blocksBetween, highestArticle, newestBlocks, plainMatch, scopedMatch } from '../store/search.ts'

/** So many blocks of a term are listed at once. A term with more is common: it says little about an article. */
const listed = 4000
/** So many of a phrase's words are looked at to learn whether one of them is rare. */
const sounded = 6

interface Stretch {
  readonly from: number
  readonly to: number
  readonly blocks: readonly number[]
}

/**
 * In which blocks a term stands, where its scope and the wanted sources allow it. Those of the newest articles are
 * looked up once; of a rare term these are all.
 */
export class TermBlocks {
  readonly term: Term
  readonly scope: Scope
  /** The term without regard to marks and sources. */
  readonly plain: string
  readonly match: string
  /** Whether all its blocks are known. */
  readonly complete: boolean
  /** The id of the first article from which on they are. */
  readonly from: number
  /** How many blocks of it there are, and how many the index reads to find them, an article; judged by the newest. */
  readonly density: number
  readonly reads: number
  readonly #store: Store
  readonly #newest: Stretch
  #last: Stretch = { from: 0, to: 0, blocks: [] }

  constructor(store: Store, term: Term, { scope, sources }: { readonly scope: Scope; readonly sources: Sources }) {
    this.#store = store
    this.term = term
    this.scope = scope
    this.plain = plainMatch(term, scope)
    this.match = scopedMatch(term, scope, sources)
    const edge = commonEdge(store, term, { scope, sources })
    const newest = edge === null ? newestBlocks(store, this.match, listed + 1) : this.#lookUp(edge, endless)
    this.complete = edge === null && newest.length <= listed
    this.from = edge ?? (this.complete ? 0 : articleOf(newest.at(-1)!) + 1)
    const span = Math.max(1, highestArticle(store) + 1 - this.from)
    this.density = newest.length / span
    this.reads = this.complete ? 0 : edge === null ? this.density : listed / span
    const known = newest.filter((block) => articleOf(block) >= this.from)
    this.#newest = { from: this.from, to: endless, blocks: known.toSorted((a, b) => a - b) }
  }

  /** All blocks that are known from the start, in ascending order. */
  get blocks(): readonly number[] {
    return this.#newest.blocks
  }

  /** Whether the marks and sources change nothing about what is found. */
  get isPlain(): boolean {
    return this.match === this.plain
  }

  /** The blocks of articles from one id up to another, in ascending order; what was looked up last is kept. */
  between(from: number, to: number): readonly number[] {
    for (const stretch of [this.#newest, this.#last])
      if (from >= stretch.from && to <= stretch.to) return slice(stretch, from, to)
    this.#last = { from, to, blocks: this.#lookUp(from, to) }
    return this.#last.blocks
  }

  /** The blocks of one article, where they were looked up with others; null where they were not. */
  known(article: number): readonly number[] | null {
    const stretch = [this.#newest, this.#last].find(({ from, to }) => article >= from && article < to)
    return stretch === undefined ? null : slice(stretch, article, article + 1)
  }

  #lookUp(from: number, to: number): number[] {
    return blocksBetween(this.#store, this.match, from, to)
  }
}

/** Null for all sources. */
export type Sources = readonly number[] | null

/** Later than any article; its blocks' ids are exact integers still. */
const endless = 2 ** 32

/**
 * A phrase of common words may be rare, and only reading all of them would tell. From which article on no word of it
 * has more blocks than are listed at once; null where the phrase can be looked up whole.
 */
function commonEdge(
  store: Store,
  term: Term,
  { scope, sources }: { readonly scope: Scope; readonly sources: Sources }
) {
  if (term.tokens.length === 1) return null
  let edge: number | null = null
  for (const token of new Set(term.tokens.slice(0, sounded))) {
    const alone = { ...term, tokens: [token], prefix: false }
    const newest = newestBlocks(store, scopedMatch(alone, scope, sources), listed + 1)
    if (newest.length <= listed) return null
    edge = Math.min(edge ?? endless, articleOf(newest.at(-1)!) + 1)
  }
  return edge
}

function slice({ blocks }: Stretch, from: number, to: number): readonly number[] {
  return blocks.slice(indexOf(blocks, blockId(from, 0)), indexOf(blocks, blockId(to, 0)))
}

/** Where in ascending numbers the first stands that is not below one. */
function indexOf(numbers: readonly number[], least: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}
