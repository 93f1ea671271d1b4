import { searchFormat, searchTokens } from '../../domain/search/tokens.ts'
import { blockId } from './block-id.ts'
import type { Store } from './open.ts'
import { ArticleText } from './packs.ts'
import { neighbours, revisionsOf } from './revisions.ts'
import { pluck, prepare } from './statement.ts'
import { isTrashed } from './trash.ts'

/**
 * The full-text index holds the words of every block an article ever had, once, as folded tokens; the text itself is
 * not in it. A third column marks each block: `cur` where the newest revision has it, `old` where not, `new` where the
 * first had it not, and the source, `s12`. Blocks of revisions that were deleted are not in it.
 */
const tokens = (text: string): string =>
  searchTokens(text)
    .map(({ token }) => token)
    .join(' ')

/** The numbers of the blocks that an article's newest and its first revision have: what the marks tell. */
export interface Standing {
  readonly current: ReadonlySet<number>
  readonly first: ReadonlySet<number>
}

/** How an article's blocks stand now. */
export function standingOf(store: Store, article: number): Standing {
  return {
    current: new Set(neighbours(store, article, '~').before?.blocks),
    first: new Set(neighbours(store, article, '').after?.blocks)
  }
}

/**
 * Brings the index in step after revisions were added: `touched` are their blocks, `before` is how the article stood.
 * Whatever else changed in an article calls for `reindex`.
 */
export function indexAdded(
  store: Store,
  text: ArticleText,
  { article, before, touched }: { readonly article: number; readonly before: Standing; readonly touched: Set<number> }
): void {
  if (!isIndexed(store, article) && before.first.size > 0) return reindex(store, article, text)
  const now = standingOf(store, article)
  const moved = [before.current, before.first, now.current, now.first].flatMap((blocks) => [...blocks])
  const numbers = [...touched, ...moved].filter(
    (number) => isDifferent(number, before, now) || (touched.has(number) && !before.current.has(number))
  )
  put(store, text, { article, numbers, standing: now })
  markIndexed(store, article)
}

const isDifferent = (number: number, before: Standing, now: Standing): boolean =>
  before.current.has(number) !== now.current.has(number) || before.first.has(number) !== now.first.has(number)

/** What of an article is searched: the blocks of its revisions, without those that were deleted, and how they stand. */
export interface Searched extends Standing {
  readonly blocks: ReadonlySet<number>
}

export function searchedOf(store: Store, article: number): Searched {
  const rows = isTrashed(store, article) ? [] : revisionsOf(store, article)
  return {
    blocks: new Set(rows.flatMap(({ blocks }) => blocks)),
    first: new Set(rows[0]?.blocks),
    current: new Set(rows.at(-1)?.blocks)
  }
}

/** Brings the index in step after revisions of an article were deleted or came back; `before` is what was searched. */
export function indexShown(store: Store, text: ArticleText, article: number, before: Searched): void {
  if (!isIndexed(store, article)) return reindex(store, article, text)
  const now = searchedOf(store, article)
  const remove = prepare(store, 'DELETE FROM search WHERE rowid = ?')
  for (const number of before.blocks) if (!now.blocks.has(number)) remove.run(blockId(article, number))
  const numbers = [...now.blocks].filter((number) => !before.blocks.has(number) || isDifferent(number, before, now))
  put(store, text, { article, numbers, standing: now })
}

/** FTS5 walks the whole index for a number that is bound as a float, as the driver binds large ones. */
export const between = 'rowid >= CAST(? AS INTEGER) AND rowid < CAST(? AS INTEGER)'

/** Makes an article's part of the index anew from the revisions that are not deleted; of none, it has no part. */
export function reindex(store: Store, article: number, text = new ArticleText(store, article)): void {
  prepare(store, `DELETE FROM search WHERE ${between}`).run(blockId(article, 0), blockId(article + 1, 0))
  const standing = searchedOf(store, article)
  put(store, text, { article, numbers: [...standing.blocks], standing })
  markIndexed(store, article)
}

interface Put {
  readonly article: number
  readonly numbers: readonly number[]
  readonly standing: Standing
}

/** In ascending order, which is faster. */
function put(store: Store, text: ArticleText, { article, numbers, standing }: Put): void {
  const insert = prepare(store, 'INSERT OR REPLACE INTO search (rowid, text, headline, mark) VALUES (?, ?, ?, ?)')
  const source = pluck<[number], number | null>(store, 'SELECT source_id FROM article WHERE id = ?').get(article)
  for (const number of [...new Set(numbers)].toSorted((a, b) => a - b)) {
    const block = text.block(number)
    const words = tokens(block.text)
    const [body, headline] = block.kind === 'headline' ? ['', words] : [words, '']
    insert.run(blockId(article, number), body, headline, `${marks(number, standing)} s${source}`)
  }
}

const marks = (number: number, { current, first }: Standing): string =>
  `${current.has(number) ? 'cur' : 'old'}${first.has(number) ? '' : ' new'}`

/** The articles whose blocks are not, or no longer rightly, in the index. */
export function unindexedArticles(store: Store): number[] {
  return pluck<[number], number>(
    store,
    'SELECT article_id FROM listing INDEXED BY listing_search WHERE search_format < ?'
  ).all(searchFormat)
}

/** Whether an article's words are in the index, by the present rules. */
export function isIndexed(store: Store, article: number): boolean {
  const sql = 'SELECT search_format FROM listing WHERE article_id = ?'
  return pluck<[number], number>(store, sql).get(article) === searchFormat
}

/** Whether an article waits for what is derived from it. */
export function isWaiting(store: Store, article: number): boolean {
  const sql = 'SELECT 1 FROM listing WHERE article_id = ? AND search_format = 0'
  return pluck<[number], number>(store, sql).get(article) !== undefined
}

/** Says that an article has revisions from which nothing is derived yet. */
export function markWaiting(store: Store, article: number): void {
  prepare(store, 'UPDATE listing SET search_format = 0 WHERE article_id = ?').run(article)
}

function markIndexed(store: Store, article: number): void {
  prepare(store, 'UPDATE listing SET search_format = ? WHERE article_id = ? AND search_format <> ?').run(
    searchFormat,
    article,
    searchFormat
  )
}

/** In how many parts the index lies. Every lookup looks into each. */
export function indexParts(store: Store): number {
  return pluck<[], number>(store, 'SELECT count(DISTINCT segid) FROM search_idx').get()!
}
