import type { Keep, RuledVersion } from '../../domain/retention.ts'
import { blockId, mostBlocks, numberOf } from './block-id.ts'
import { keepsOf } from './keeps.ts'
import type { Store } from './open.ts'
import { notedRevisions } from './notes.ts'
import { readRuns } from './runs.ts'
import { pluck, prepare } from './statement.ts'

export interface Histories {
  /** Null for every source. */
  readonly source: number | null
  /** More versions than these. */
  readonly above: number
  readonly after: number
}

/** Articles that are not deleted and have more than so many versions, by id. */
export function longHistories(store: Store, { source, above, after }: Histories, most: number): number[] {
  const where = source === null ? '' : 'AND source_id = @source'
  return pluck<[unknown], number>(
    store,
    `SELECT article_id FROM listing WHERE article_id > @after AND deleted_at IS NULL AND versions > @above ${where}
     ORDER BY article_id LIMIT @most`
  ).all({ after, above, most, ...(source === null ? {} : { source }) })
}

export interface ListedVersion extends RuledVersion {
  readonly label: string
  readonly blocks: string
  readonly capture: number
}

/** The versions of an article as a rule looks at them, oldest first, without those that were deleted. */
export function ruledVersions(store: Store, article: number): ListedVersion[] {
  const keeps = keepsOf(store, article)
  const noted = notedRevisions(store, article)
  const keepsFor = (id: number): Keep[] => [...(keeps.get(id) ?? []), ...(noted.has(id) ? ['noted' as const] : [])]
  return prepare<[number], Omit<ListedVersion, 'minor' | 'keeps'> & { readonly minor: number | null }>(
    store,
    `SELECT r.id, c.first_at AS at, hex(r.text_hash) AS text, d.minor, r.number || r.letter AS label, r.blocks,
            r.capture_id AS capture
     FROM revision r JOIN capture c ON c.id = r.capture_id LEFT JOIN change d ON d.revision_id = r.id
     WHERE r.article_id = ? AND r.id NOT IN (SELECT revision_id FROM trash) ORDER BY c.first_at, r.id`
  )
    .all(article)
    .map((row) => ({ ...row, minor: row.minor === null ? null : row.minor === 1, keeps: keepsFor(row.id) }))
}

/** What an article is called in a list. */
export function titleOf(
  store: Store,
  article: number
): { readonly sourceId: number; readonly source: string; readonly headline: string } {
  return prepare<[number], { sourceId: number; source: string; headline: string }>(
    store,
    `SELECT l.source_id AS sourceId, s.name AS source, l.headline
     FROM listing l JOIN source s ON s.id = l.source_id WHERE l.article_id = ?`
  ).get(article)!
}

/**
 * About how many bytes deleting some of an article's versions frees: of each pack the share of its blocks that nothing
 * else has, and the raw pages that were kept with them.
 */
export function freedBytes(store: Store, article: number, doomed: ReadonlySet<number>): number {
  const rows = prepare<[number], { readonly id: number; readonly blocks: string; readonly capture: number }>(
    store,
    'SELECT id, blocks, capture_id AS capture FROM revision WHERE article_id = ?'
  ).all(article)
  const [going, staying] = [true, false].map((goes) => rows.filter(({ id }) => doomed.has(id) === goes))
  const needed = new Set(staying!.flatMap(({ blocks }) => readRuns(blocks)))
  const gone = new Set(going!.flatMap(({ blocks }) => readRuns(blocks)).filter((number) => !needed.has(number)))
  return (
    packBytes(store, article, gone) +
    bodyBytes(
      store,
      going!.map(({ capture }) => capture)
    )
  )
}

function packBytes(store: Store, article: number, gone: ReadonlySet<number>): number {
  const zero = blockId(article, 0)
  const packs = prepare<[number, number], { readonly id: number; readonly count: number; readonly bytes: number }>(
    store,
    'SELECT id, count, length(data) AS bytes FROM pack WHERE id >= ? AND id < ?'
  ).all(zero, zero + mostBlocks)
  const shareOf = ({ id, count }: { readonly id: number; readonly count: number }): number =>
    Array.from({ length: count }, (_, i) => numberOf(id) + i).filter((number) => gone.has(number)).length / count
  return Math.round(packs.reduce((sum, pack) => sum + pack.bytes * shareOf(pack), 0))
}

function bodyBytes(store: Store, captures: readonly number[]): number {
  const bytes = pluck<[number], number>(
    store,
    'SELECT length(b.data) FROM capture c JOIN body b ON b.hash = c.body_hash WHERE c.id = ?'
  )
  return captures.reduce((sum, capture) => sum + (bytes.get(capture) ?? 0), 0)
}
