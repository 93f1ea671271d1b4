import type { SearchCursor } from '../../contract/search.ts'
import { articleOf } from '../store/block-id.ts'
import { highestArticle, listedAmong } from '../store/search.ts'
import { articlesOf, inAll } from './articles.ts'
import type { Step, Wanted } from './candidates.ts'
import type { TermBlocks } from './term-blocks.ts'

type Older = Extract<SearchCursor, { by: 'older' }>

/** Stretches of articles, those added last first; within each the last changed first. */
export function* older(wanted: Wanted, after: Older | null): Iterable<Step> {
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
  const least = Math.min(...terms.map(density))
  return terms.filter((term) => term.term.prefix || density(term) <= 4 * least)
}

const density = ({ blocks, from, complete }: TermBlocks): number =>
  complete ? 0 : blocks.length / Math.max(1, articleOf(blocks.at(-1) ?? 0) + 1 - from)

function common(terms: readonly TermBlocks[], from: number, to: number) {
  const found = scanned(terms).map((term) => term.between(from, to))
  return { articles: inAll(found.map(articlesOf)), most: Math.max(...found.map(({ length }) => length)) }
}
