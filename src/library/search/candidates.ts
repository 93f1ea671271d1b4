import type { SearchCursor, SearchSort } from '../../contract/search.ts'
import { tallyOf } from '../store/listing.ts'
import type { Store } from '../store/open.ts'
import { changedBefore, highestArticle } from '../store/search.ts'
import { articlesOf, inAll } from './articles.ts'
import { best, ranked } from './best.ts'
import { older } from './older.ts'
import type { Sources, TermBlocks } from './term-blocks.ts'

/** What a search looks for: all terms in one article, observed at some time from one to another. */
export interface Wanted {
  readonly store: Store
  readonly terms: readonly TermBlocks[]
  readonly sources: Sources
  readonly sort: SearchSort
  readonly from: string
  readonly to: string
}

/** An article that may be found, and where to go on after it; a step without one only got further. */
export interface Step {
  readonly article: number | null
  /** Null where nothing comes after it. */
  readonly after: SearchCursor | null
  /** How many such articles there are in all, as far as can be told here. */
  readonly likely: number
}

/** In what order a search goes through the articles. */
export interface Outlook {
  readonly by: SearchCursor['by']
  /** Articles that have all rare terms, where there is one. */
  readonly known: readonly number[] | null
}

/** Of so large a share of articles with all terms it is fastest to look at each. */
const dense = 0.3

export function outlookOf({ store, terms, sort }: Wanted): Outlook {
  const rare = terms.filter(({ complete }) => complete)
  if (rare.length > 0) {
    const known = inAll(rare.map(({ blocks }) => articlesOf(blocks)))
    return { by: known.length > ranked && sort === 'best' ? 'older' : 'best', known }
  }
  if (sort === 'changed') return { by: 'recent', known: null }
  const highest = highestArticle(store)
  const share = terms.reduce((product, term) => product * shareOf(term, highest), 1)
  const isWalked = share >= dense && terms.every(({ term }) => !term.prefix)
  return { by: isWalked ? 'recent' : 'older', known: null }
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

const walked = 200

/** The last changed come first, whatever is in them. */
function* recent({ store }: Wanted, after: Extract<SearchCursor, { by: 'recent' }> | null): Iterable<Step> {
  const likely = tallyOf(store, 'all')
  let place = after === null ? { changedAt: '~', article: Number.MAX_SAFE_INTEGER } : { ...after, changedAt: after.at }
  for (;;) {
    const next = changedBefore(store, place, walked)
    for (const listed of next) {
      yield { article: listed.article, after: { by: 'recent', at: listed.changedAt, article: listed.article }, likely }
    }
    if (next.length < walked) return
    place = next.at(-1)!
  }
}
