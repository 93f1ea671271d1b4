import type { Pace } from '../../contract/tracking.ts'
import type { Page } from '../../domain/page.ts'
import { addStates } from '../add.ts'
import { canonicalAddress } from '../address/canonical.ts'
import { articleKey } from '../address/key.ts'
import { addArticle, findByUrl } from '../store/articles.ts'
import type { Store } from '../store/open.ts'
import { neighbours } from '../store/revisions.ts'
import { prepare } from '../store/statement.ts'
import { articleAt, putTracking, trackingOf } from '../store/tracking.ts'
import type { Seen } from './looked.ts'
import { firstHistory, nextOf } from './pace.ts'
import { attachAll, noteAddresses, provenanceOf } from './record.ts'

/** Where a new article belongs. */
export interface Belonging {
  /** The source it is listed under; null: the site it came from, found or added by its name. */
  readonly source: number | null
  readonly folder: string | null
  readonly pace: Pace
}

export interface Adopted {
  readonly article: number
  readonly isNew: boolean
  /** The label of the version that was stored; null where the article was known. */
  readonly version: string | null
}

/** The article that is known at any of a page's addresses: the one asked for, the one that answered, the canonical one. */
function knownAt(store: Store, seen: Pick<Seen, 'url' | 'finalUrl' | 'page'>): number | undefined {
  const urls = [seen.page?.canonicalUrl, seen.finalUrl, seen.url].flatMap((url) => url ?? [])
  for (const url of urls) {
    const known = articleAt(store, articleKey(url)) ?? findByUrl(store, url)
    if (known !== undefined) return known
  }
  return undefined
}

/**
 * Follows the article that a look showed; its first text is stored with what it was read from. One that is known is
 * followed from now on, under its old address. Runs in the caller's transaction.
 */
export function adopt(store: Store, seen: Seen & { readonly page: Page }, to: Belonging): Adopted {
  const known = knownAt(store, seen)
  const article = known ?? addArticle(store, factsOf(store, seen, to))
  const url = addressOf(store, article)
  noteAddresses(store, { article, url }, seen)
  if (trackingOf(store, article) !== undefined) return { article, isNew: false, version: null }
  const state = { at: seen.at, until: seen.at, count: 1, outcome: 'changed', status: seen.status, error: null } as const
  const [added] = addStates(store, article, [{ ...state, content: seen.page.content }], provenanceOf({ url }, seen))
  const revision = added === 'revision' ? neighbours(store, article, seen.at).before : undefined
  if (revision !== undefined) attachAll(store, article, seen, revision.id)
  follow(store, article, seen, to.pace)
  return { article, isNew: known === undefined, version: revision?.label ?? null }
}

const addressOf = (store: Store, article: number): string =>
  prepare<[number], string>(store, 'SELECT url FROM article WHERE id = ?').pluck().get(article)!

function factsOf(store: Store, seen: Seen & { readonly page: Page }, { source, folder }: Belonging) {
  const { page, finalUrl } = seen
  const own = source === null ? undefined : sourceOf(store, source)
  const site = { name: page.site ?? new URL(finalUrl).host.replace(/^www\./, ''), homepage: originOf(finalUrl), folder }
  return { source: own ?? site, url: page.canonicalUrl ?? canonicalAddress(finalUrl), lang: page.lang, dir: page.dir }
}

const originOf = (url: string): string => `${new URL(url).origin}/`

interface SourceFacts {
  readonly name: string
  readonly homepage: string | null
  readonly folder: string | null
}

const sourceOf = (store: Store, id: number): SourceFacts | undefined =>
  prepare<[number], SourceFacts>(store, 'SELECT name, homepage, folder FROM source WHERE id = ?').get(id)

function follow(store: Store, article: number, seen: Seen, pace: Pace): void {
  const history = firstHistory(seen)
  const inParts = seen.further.length > 0
  putTracking(store, {
    article_id: article,
    pace,
    reading: seen.extractor.endsWith('+browser') ? 'browser' : 'auto',
    next_at: nextOf({ article, history, pace, now: Date.parse(seen.at) }).at,
    last_at: seen.at,
    etag: inParts ? null : (seen.headers['etag'] ?? null),
    last_modified: inParts ? null : (seen.headers['last-modified'] ?? null),
    body_hash: inParts ? null : seen.bodyHash,
    extractor: seen.extractor,
    history: JSON.stringify(history),
    volatile: '[]',
    checks: 1,
    refusals: 0
  })
}
