import { blockId, mostBlocks, numberOf } from './block-id.ts'
import { changeRules } from './changes.ts'
import type { Store } from './open.ts'
import { readRuns } from './runs.ts'
import { pluck, prepare } from './statement.ts'

interface Neighbour {
  readonly id: number
  readonly against: number | null
  readonly rules: number | null
}

/**
 * The revisions of an article that are not, or not by the present rules, compared with the one before them in time. An
 * article that waits to be deleted is compared anew when it comes back.
 */
export function miscompared(store: Store, article: number): number[] {
  const rows = prepare<[number], Neighbour>(
    store,
    `SELECT r.id, d.against_id AS against, d.rules
     FROM revision r JOIN capture c ON c.id = r.capture_id LEFT JOIN change d ON d.revision_id = r.id
     WHERE r.article_id = ? AND r.article_id NOT IN (SELECT article_id FROM trash_article)
       AND r.id NOT IN (SELECT revision_id FROM trash) ORDER BY c.first_at, r.id`
  ).all(article)
  const isStale = ({ against, rules }: Neighbour, i: number) =>
    against !== (rows[i - 1]?.id ?? null) || (rules ?? changeRules) < changeRules
  return rows.filter(isStale).map(({ id }) => id)
}

/** The packs of an article of which no revision has a block. */
export function unusedPacks(store: Store, article: number): number[] {
  const sql = 'SELECT blocks FROM revision WHERE article_id = ?'
  const used = new Set(pluck<[number], string>(store, sql).all(article).flatMap(readRuns))
  const packs = prepare<[number, number], { readonly id: number; readonly count: number }>(
    store,
    'SELECT id, count FROM pack WHERE id >= ? AND id < ?'
  ).all(blockId(article, 0), blockId(article, mostBlocks))
  const isUsed = ({ id, count }: { readonly id: number; readonly count: number }) =>
    Array.from({ length: count }, (_, i) => numberOf(id) + i).some((number) => used.has(number))
  return packs.filter((pack) => !isUsed(pack)).map(({ id }) => id)
}

/** The lists that the tallies miscount, worked out anew by the triggers that keep them. Drops the blank's indexes. */
export function* miscounted(store: Store, blank: Store): Generator<void, string[]> {
  for (const name of listingIndexes(blank)) blank.exec(`DROP INDEX ${name}`)
  blank.pragma('foreign_keys = OFF')
  for (let after = 0, rows = listingRows(store, after); rows.length > 0; rows = listingRows(store, after)) {
    for (const row of rows) insertListing(blank, row)
    after = rows.at(-1)!.article_id
    yield
  }
  const [kept, counted] = [tallies(store), tallies(blank)]
  return [...new Set([...kept.keys(), ...counted.keys()])].filter((list) => kept.get(list) !== counted.get(list))
}

type ListingRow = { readonly article_id: number } & Readonly<Record<string, unknown>>

const listingIndexes = (blank: Store): string[] =>
  pluck<[], string>(blank, "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'listing'").all()

const listingRows = (store: Store, after: number): ListingRow[] =>
  prepare<[number], ListingRow>(
    store,
    'SELECT * FROM listing NOT INDEXED WHERE article_id > ? ORDER BY article_id LIMIT 100'
  ).all(after)

function insertListing(blank: Store, row: ListingRow): void {
  const names = Object.keys(row)
  const sql = `INSERT INTO listing (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`
  prepare(blank, sql).run(row)
}

/** A list that nothing is in has no row, or a zero. */
function tallies(store: Store): Map<string, number> {
  const rows = prepare<[], { readonly list: string; readonly n: number }>(store, 'SELECT list, n FROM tally').all()
  return new Map(rows.filter(({ n }) => n !== 0).map(({ list, n }) => [list, n]))
}
