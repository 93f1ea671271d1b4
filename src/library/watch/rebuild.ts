import type { Page } from '../../domain/page.ts'
import { withoutSlots } from '../../domain/volatile.ts'
import { addStates } from '../add.ts'
import { readBody } from '../store/bodies.ts'
import { Damage } from '../store/damage.ts'
import type { Store } from '../store/open.ts'
import { contentHash, neighbours } from '../store/revisions.ts'
import { prepare } from '../store/statement.ts'
import type { PageReader } from './reading.ts'
import { slotsOf, type Followed } from './record.ts'

/** The newest text of an article with the raw page it was read from. */
export interface Source {
  readonly body: Buffer
  readonly url: string
  readonly contentType: string | null
  readonly at: string
  readonly hash: Buffer
}

interface Row {
  readonly body_hash: Buffer
  readonly final_url: string | null
  readonly headers: string | null
  readonly at: string
  readonly maker: string
  readonly pages: number
}

/** The raw page of the newest text, where it was kept and one page is all of it; undefined otherwise. */
export function newestSource(store: Store, { article, url }: Followed): Source | undefined {
  const row = prepare<[number], Row>(
    store,
    `SELECT c.body_hash, c.final_url, c.headers, c.first_at AS at, m.extractor AS maker,
            (SELECT count(*) FROM attachment t WHERE t.capture_id = c.id AND t.kind LIKE 'page-%') AS pages
     FROM capture c JOIN revision r ON r.capture_id = c.id JOIN maker m ON m.id = r.maker_id
     WHERE c.article_id = ? AND c.body_kept = 1 ORDER BY c.first_at DESC, c.id DESC LIMIT 1`
  ).get(article)
  if (row === undefined || row.pages > 0) return undefined
  const body = bodyOf(store, row.body_hash)
  if (body === undefined) return undefined
  const headers = JSON.parse(row.headers ?? '{}') as Readonly<Record<string, string>>
  return {
    body,
    url: row.final_url ?? url,
    contentType: headers['content-type'] ?? null,
    at: row.at,
    hash: row.body_hash
  }
}

function bodyOf(store: Store, hash: Buffer): Buffer | undefined {
  try {
    return readBody(store, hash)
  } catch (error) {
    if (error instanceof Damage) return undefined
    throw error
  }
}

/** Reads the newest raw page of an article anew; null where there is none, or it holds no article any more. */
export async function readAnew(reader: PageReader, source: Source): Promise<Page | null> {
  const { page } = await reader.read(source)
  return page?.kind === 'article' ? page : null
}

/**
 * Stores what a better reader makes of the same raw page, as an event of its own: the page did not change, so this is no
 * edit, and what is seen next is compared with it. It stands at the last time the page was seen as it was. Runs in the
 * caller's transaction; returns whether the text is another.
 */
export function storeAnew(
  store: Store,
  followed: Followed,
  { page, source, extractor }: { readonly page: Page; readonly source: Source; readonly extractor: string }
): boolean {
  const at = lastSeen(store, followed.article)
  const before = neighbours(store, followed.article, '~').before
  if (at === null || before === undefined) return false
  const content = withoutSlots(page.content, slotsOf(followed.tracking))
  if (contentHash(content).equals(before.textHash)) return false
  const state = { at, until: at, count: 1, outcome: 'extraction-changed', status: null, error: null, content } as const
  const from = { origin: null, bodyHash: source.hash, url: null, finalUrl: null, headers: null, extractor }
  return addStates(store, followed.article, [state], from)[0] === 'revision'
}

/** A moment after the newest text was last seen, so that it comes after it and claims no other observation. */
function lastSeen(store: Store, article: number): string | null {
  const sql = `SELECT max(last_at) FROM capture WHERE article_id = ? AND outcome IN ('changed', 'unchanged', 'not-modified')`
  const last = prepare<[number], string | null>(store, sql).pluck().get(article) ?? null
  return last === null ? null : new Date(Date.parse(last) + 1).toISOString()
}
