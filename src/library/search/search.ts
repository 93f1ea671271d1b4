import type { SearchAnswer, SearchCursor, SearchHit, SearchRequest } from '../../contract/search.ts'
import { parseQuery } from '../../domain/search/query.ts'
import { Damage } from '../store/damage.ts'
import { tallyOf } from '../store/listing.ts'
import type { Store } from '../store/open.ts'
import { sourcesIn, waitingArticles } from '../store/search.ts'
import { candidates, outlookOf, type Outlook, type Wanted } from './candidates.ts'
import { judge } from './judge.ts'
import { TermBlocks, type Sources } from './term-blocks.ts'

/** So many articles, or steps without one, are looked at for one answer; what is left is for the next. */
const mostLooked = 300
const mostSteps = 12

/**
 * Articles that have all terms of a query at some time, with the text that shows it: those that match best where the
 * terms are rare, else those that changed last. An answer takes a bounded time, so it may have fewer hits than were
 * asked for and yet be followed by others. Any text is a query; one without a word finds nothing.
 */
export function search(store: Store, request: SearchRequest): SearchAnswer {
  const asked = { searched: tallyOf(store, 'versions'), waiting: waitingArticles(store), damaged: 0 }
  const wanted = wantedBy(store, request)
  if (wanted === null) return { hits: [], next: null, total: 0, exact: true, ...asked }
  return { ...asked, ...gather(wanted, outlookOf(wanted), { after: request.after ?? null, limit: request.limit }) }
}

/** What a search says of one article; null where it does not find it. Throws `Damage` where its text is damaged. */
export function searchOne(store: Store, request: SearchRequest, article: number): SearchHit | null {
  const wanted = wantedBy(store, request)
  return wanted === null ? null : judge(wanted, article)
}

/** Null where there is nothing to look for, or nowhere to look. */
function wantedBy(store: Store, request: SearchRequest): Wanted | null {
  const { terms } = parseQuery(request.text)
  const sources = sourcesOf(store, request)
  if (terms.length === 0 || sources?.length === 0) return null
  return {
    store,
    terms: terms.map(
      (term) => new TermBlocks(store, term, { scope: term.scope ?? request.scope ?? 'anywhere', sources })
    ),
    sources,
    sort: request.sort ?? 'best',
    from: request.from ?? '',
    to: request.to ?? '~'
  }
}

function sourcesOf(store: Store, { source, folder }: SearchRequest): Sources {
  if (source !== undefined) return [source]
  return folder === undefined ? null : sourcesIn(store, folder)
}

interface Gathered {
  readonly hits: readonly SearchHit[]
  readonly next: SearchCursor | null
  readonly damaged: number
  /** How many articles there are to be found in all. */
  readonly total: number
  readonly exact: boolean
}

interface Page {
  readonly after: SearchCursor | null
  readonly limit: number
}

function gather(wanted: Wanted, outlook: Outlook, { limit, after }: Page): Gathered {
  const hits: SearchHit[] = []
  let [looked, steps, damaged] = [0, 0, 0]
  for (const step of candidates(wanted, outlook, after)) {
    if (step.article === null) steps++
    else {
      looked++
      const hit = judgeReadable(wanted, step.article)
      if (hit === undefined) damaged++
      else if (hit !== null) hits.push(hit)
    }
    const isEnough = hits.length === limit || looked === mostLooked || steps === mostSteps
    if (!isEnough || step.after === null) continue
    // Judged by the share of what was looked at that was found.
    const total = Math.max(hits.length, Math.round((step.likely * hits.length) / Math.max(1, looked)))
    return { hits, damaged, next: step.after, total, exact: false }
  }
  return { hits, damaged, next: null, total: hits.length, exact: after === null }
}

/** Undefined for an article whose text is damaged: the others are found all the same. */
function judgeReadable(wanted: Wanted, article: number): SearchHit | null | undefined {
  try {
    return judge(wanted, article)
  } catch (error) {
    if (error instanceof Damage) return undefined
    throw error
  }
}
