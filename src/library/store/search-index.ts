import type { Block } from '../../domain/revision.ts'
import { searchFormat, searchTokens } from '../../domain/search/tokens.ts'
import { blockId } from './block-id.ts'
import type { Store } from './open.ts'
import type { ArticleText } from './packs.ts'
import { prepare, pluck } from './statement.ts'

/**
 * The full-text index holds every block an article ever had, once, as folded tokens; the text itself is not in it. A
 * third column marks each block: `cur` where the newest revision has it, `old` where it was taken out, and its source.
 */
const tokens = (text: string): string =>
  searchTokens(text)
    .map(({ token }) => token)
    .join(' ')

/** What is to be indexed of an article, and in which standing. */
export interface Standing {
  readonly article: number
  readonly source: number
  /** The numbers of the newest revision's blocks. */
  readonly current: ReadonlySet<number>
}

/** Puts blocks into the index, or replaces them there. They must be given in ascending order to be fast. */
export function indexBlocks(store: Store, text: ArticleText, numbers: Iterable<number>, standing: Standing): void {
  const insert = prepare(store, 'INSERT OR REPLACE INTO search (rowid, headline, text, mark) VALUES (?, ?, ?, ?)')
  for (const number of numbers) {
    const block = text.block(number)
    const words = tokens(searched(block))
    const [headline, body] = block.kind === 'headline' ? [words, ''] : ['', words]
    const mark = `${standing.current.has(number) ? 'cur' : 'old'} s${standing.source}`
    insert.run(blockId(standing.article, number), headline, body, mark)
  }
}

/** What of a block is searched: its text and where its links lead. */
const searched = ({ text, links }: Block): string =>
  links === undefined ? text : [text, ...links.map(({ href }) => href)].join('\n')

/** Takes blocks out of the index. */
export function unindexBlocks(store: Store, article: number, numbers: Iterable<number>): void {
  const remove = prepare(store, 'DELETE FROM search WHERE rowid = ?')
  for (const number of numbers) remove.run(blockId(article, number))
}

/** Articles whose blocks are not, or no longer rightly, in the index. */
export function unindexedArticles(store: Store, most: number): number[] {
  return pluck<[number, number], number>(store, 'SELECT article_id FROM listing WHERE search_format < ? LIMIT ?').all(
    searchFormat,
    most
  )
}

/** Says that an article's blocks are indexed by the present rules. */
export function markIndexed(store: Store, article: number): void {
  prepare(store, 'UPDATE listing SET search_format = ? WHERE article_id = ? AND search_format <> ?').run(
    searchFormat,
    article,
    searchFormat
  )
}

/** The source an article is filed under. */
export function sourceOf(store: Store, article: number): number {
  return pluck<[number], number>(store, 'SELECT source_id FROM article WHERE id = ?').get(article)!
}
