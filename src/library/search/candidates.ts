import type { SearchCursor } from '../../contract/search.ts'
import { articleOf } from '../store/block-id.ts'
import type { Store } from '../store/open.ts'
import { changedBefore, highestArticle, listedAmong, scoredBlocks } from '../store/search.ts'
import type { TermBlocks } from './term-blocks.ts'

/** What a search looks for: all terms in one article, observed at some time from one to another. */
export interface Wanted {
  readonly store: Store
  readonly terms: readonly TermBlocks[]
  readonly from: string
  readonly to: string
}

/** An article that may be found, and where to go on after it; a step without one only got further. */
export interface Step {
  readonly article: number | null
  /** Null where nothing comes after it. */
  readonly after: SearchCursor | null
}

/** How many articles there may be in all. */
export interface Outlook {
  readonly by: SearchCursor['by']
  readonly estimate: number
  /** Articles that have all rare terms, where there is one. */
  readonly known: readonly number[] | null
}

/** So many articles are ranked by how well they match. More than that says that the words are common. */
const ranked = 1000
/** Of so large a share of articles with all terms it is fastest to look at each. */
const dense = 0.3

/** In what order a search goes through the articles. */
export function outlookOf({ store, terms }: Wanted): Outlook {
  const rare = terms.filter(({ complete }) => complete)
  if (rare.length > 0) {
    const known = inAll(rare.map(({ blocks }) => articlesOf(blocks)))
    return { by: known.length > ranked ? 'older' : 'best', estimate: known.length, known }
  }
  const highest = highestArticle(store)
  const share = terms.reduce((product, term) => product * shareOf(term, highest), 1)
  const isWalked = share >= dense && terms.every(({ term }) => !term.prefix)
  return { by: isWalked ? 'recent' : 'older', estimate: Math.round(share * highest), known: null }
}

/** The share of articles that have a term, judged by the newest. */
function shareOf({ blocks, from }: TermBlocks, highest: number): number {
  return Math.min(1, articlesOf(blocks).length / Math.max(1, highest + 1 - from))
}

/** The articles that may have what is searched for, one after the other. */
export function candidates(wanted: Wanted, outlook: Outlook, after: SearchCursor | null): Iterable<Step> {
  const by = after?.by ?? outlook.by
  if (by === 'best') return best(wanted, outlook.known ?? [], after?.by === 'best' ? after.skip : 0)
  if (by === 'recent') return recent(wanted, after?.by === 'recent' ? after : null)
  return older(wanted, after?.by === 'older' ? after : null)
}

/** Those whose best block matches best come first, of equal ones the last changed. */
function* best({ store, terms, from, to }: Wanted, known: readonly number[], skip: number): Iterable<Step> {
  const scores = new Map<number, number>()
  for (const [block, score] of blockScores(store, terms)) {
    const article = articleOf(block)
    scores.set(article, Math.min(score, scores.get(article) ?? 0))
  }
  const listed = listedAmong(store, known, from, to)
  const order = listed.toSorted((a, b) => scores.get(a.article)! - scores.get(b.article)!)
  for (const [i, { article }] of order.entries()) {
    if (i < skip) continue
    yield { article, after: i + 1 < order.length ? { by: 'best', skip: i + 1 } : null }
  }
}

/** How well each block matches, all rare terms together; common terms weigh next to nothing. Lower is better. */
function blockScores(store: Store, terms: readonly TermBlocks[]): Map<number, number> {
  const scores = new Map<number, number>()
  for (const term of terms.filter(({ complete }) => complete)) {
    const own = term.isPlain && term.blocks.length <= ranked ? scoredBlocks(store, term.plain) : evenly(term)
    for (const [block, score] of own) scores.set(block, (scores.get(block) ?? 0) + score)
  }
  return scores
}

/** Where ranking one by one would cost too much, the rarer word counts more, and nothing else does. */
function evenly({ blocks }: TermBlocks): [number, number][] {
  const score = -Math.log(1 + 1_000_000 / (1 + blocks.length))
  return blocks.map((block) => [block, score])
}

const walked = 200

/** The last changed come first, whatever is in them. */
function* recent({ store }: Wanted, after: Extract<SearchCursor, { by: 'recent' }> | null): Iterable<Step> {
  let place = after === null ? { changedAt: '~', article: Number.MAX_SAFE_INTEGER } : { ...after, changedAt: after.at }
  for (;;) {
    const next = changedBefore(store, place, walked)
    for (const listed of next) {
      yield { article: listed.article, after: { by: 'recent', at: listed.changedAt, article: listed.article } }
    }
    if (next.length < walked) return
    place = next.at(-1)!
  }
}

/** Stretches of articles, those added last first; within each the last changed first. */
function* older(wanted: Wanted, after: Extract<SearchCursor, { by: 'older' }> | null): Iterable<Step> {
  const { store, terms, from: since, to: until } = wanted
  let to = after?.below ?? highestArticle(store) + 1
  let from = after?.from ?? Math.min(firstEdge(terms), Math.max(0, to - 1))
  let skip = after?.skip ?? 0
  while (to > 0) {
    const stretch = common(terms, from, to)
    const listed = listedAmong(store, stretch.articles, since, until)
    const width = Math.max(1, Math.floor((to - from) * Math.min(4, Math.max(0.25, read / (1 + stretch.most)))))
    const next = { by: 'older', below: from, from: Math.max(0, from - width), skip: 0 } as const
    for (const [i, { article }] of listed.entries()) {
      if (i >= skip)
        yield { article, after: i + 1 < listed.length ? { by: 'older', below: to, from, skip: i + 1 } : whole(next) }
    }
    yield { article: null, after: whole(next) }
    ;[to, from, skip] = [next.below, next.from, 0]
  }
}

const whole = (next: Extract<SearchCursor, { by: 'older' }>): SearchCursor | null => (next.below > 0 ? next : null)

/** So many blocks of a term are read in one stretch. */
const read = 8000
/** So many articles that have all rare terms are in the first stretch. */
const firstArticles = 300

/** Where the first stretch begins: as far back as everything is known already, and not with too many articles. */
function firstEdge(terms: readonly TermBlocks[]): number {
  const rare = terms.filter(({ complete }) => complete)
  const read = rare.length > 0 ? rare : scanned(terms)
  const known = Math.max(...read.map(({ from }) => from))
  const articles = inAll(read.map(({ blocks }) => articlesOf(blocks))).filter((article) => article >= known)
  return articles.at(-firstArticles) ?? known
}

/** Terms that stand in far more articles than the rarest are not read to find any, only looked up in those found. */
function scanned(terms: readonly TermBlocks[]): readonly TermBlocks[] {
  const least = Math.min(...terms.map(density))
  return terms.filter((term) => term.term.prefix || density(term) <= 4 * least)
}

const density = ({ blocks, from, complete }: TermBlocks): number =>
  complete ? 0 : blocks.length / Math.max(1, articleOf(blocks.at(-1) ?? 0) + 1 - from)

function common(terms: readonly TermBlocks[], from: number, to: number) {
  const found = scanned(terms).map((term) => term.between(from, to))
  return { articles: inAll(found.map(articlesOf)), most: Math.max(...found.map(({ length }) => length)) }
}

/** The articles of blocks that are in ascending order, in that order. */
function articlesOf(blocks: readonly number[]): number[] {
  const articles: number[] = []
  for (const block of blocks) {
    const article = articleOf(block)
    if (article !== articles.at(-1)) articles.push(article)
  }
  return articles
}

function inAll(lists: readonly (readonly number[])[]): number[] {
  const [least = [], ...others] = lists.toSorted((a, b) => a.length - b.length)
  const sets = others.map((list) => new Set(list))
  return least.filter((article) => sets.every((set) => set.has(article)))
}
