import type { SearchCursor } from '../../contract/search.ts'
import { highestArticle, listedAmong } from '../store/search.ts'
import { articlesOf, inAll } from './articles.ts'
import type { Step, Wanted } from './candidates.ts'
import type { TermBlocks } from './term-blocks.ts'

type Older = Extract<SearchCursor, { by: 'older' }>

/** Stretches of articles, those added last first; within each the last changed first. */
export function* older(wanted: Wanted, after: Older | null): Iterable<Step> {
  const { store, terms, from: since, to: until } = wanted
  const all = highestArticle(store) + 1
  let to = after?.below ?? all
  let from = after?.from ?? Math.min(firstEdge(terms), Math.max(0, to - 1))
  let skip = after?.skip ?? 0
  while (to > 0) {
    const listed = listedAmong(store, common(terms, from, to), since, until)
    const likely = Math.round((listed.length * all) / (to - from))
    const next = { by: 'older', below: from, from: Math.max(0, from - widthOf(terms, to - from)), skip: 0 } as const
    for (const [i, { article }] of listed.entries()) {
      const here = { by: 'older', below: to, from, skip: i + 1 } as const
      if (i >= skip) yield { article, likely, after: i + 1 < listed.length ? here : whole(next) }
    }
    yield { article: null, likely, after: whole(next) }
    ;[to, from, skip] = [next.below, next.from, 0]
  }
}

const whole = (next: Older): SearchCursor | null => (next.below > 0 ? next : null)

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
  const least = Math.min(...terms.map(({ density }) => density))
  return terms.filter(({ term, density }) => term.prefix || density <= 8 * least)
}

function common(terms: readonly TermBlocks[], from: number, to: number): number[] {
  return inAll(scanned(terms).map((term) => articlesOf(term.between(from, to))))
}

/** How many articles the next stretch has: wider than the last, as far as that does not read too much. */
function widthOf(terms: readonly TermBlocks[], last: number): number {
  const reads = Math.max(...scanned(terms).map((term) => term.reads))
  return Math.max(1, Math.min(4 * last, Math.ceil(read / Math.max(reads, 1e-9))))
}
