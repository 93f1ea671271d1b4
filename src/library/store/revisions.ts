import { contentWords } from '../../domain/count.ts'
import type { Block, Claim, Content } from '../../domain/revision.ts'
import { blockId, mostBlocks, numberOf } from './block-id.ts'
import { blockHash, blockKey, textFormat, textHash } from './hash.ts'
import type { Store } from './open.ts'
import { ArticleText } from './packs.ts'
import { chainRevision } from './records.ts'
import { readRuns, writeRuns } from './runs.ts'
import { pluck, prepare } from './statement.ts'
import { takenLetters, takenNumber } from './tombstones.ts'

/** A revision as the store lists it: everything but its text, in order of time. */
export interface RevisionRow {
  readonly id: number
  readonly article: number
  /** `2`, or `2a` for one that was stored late, between v2 and v3. Never changes. */
  readonly label: string
  readonly at: string
  readonly words: number
  /** The numbers of its blocks within the article. */
  readonly blocks: readonly number[]
  /** The number of its headline's block. */
  readonly headline: number | null
  readonly claims: readonly Claim[]
  readonly textHash: Buffer
  /** SHA-256 of the bytes it was read from; null where none were stored. */
  readonly bodyHash: Buffer | null
  readonly imported: boolean
  /** The same raw page as the one before it, read anew by a better reader: no edit of the page's. */
  readonly rebuilt: boolean
}

/** The hash that tells whether two contents are the same text. */
export function contentHash(content: Content): Buffer {
  return textHash(content.blocks.map(blockHash))
}

export interface NewRevision {
  readonly article: number
  readonly capture: number
  readonly content: Content
  /** The revision before it in time. */
  readonly before: RevisionRow | undefined
  /**
   * Null where nothing later in time was ever stored; otherwise the number of what stood before it in time, deleted or
   * not, after which it is named.
   */
  readonly follows: number | null
  /** What read the text from the page or file, with its version. */
  readonly extractor: string
}

/** Adds the revision that a capture showed first, those of its blocks that are new, and its record; returns its id. */
export function addRevision(store: Store, text: ArticleText, revision: NewRevision): number {
  const { article, capture, content, before, follows, extractor } = revision
  const hashes = content.blocks.map(blockHash)
  const blocks = keepBlocks(store, text, { article, blocks: content.blocks, hashes, before })
  const { number, letter } = follows === null ? nextNumber(store, article) : nextLetter(store, article, follows)
  const added = prepare(
    store,
    `INSERT INTO revision (article_id, number, letter, capture_id, seq, blocks, headline, claims, text_hash, words, maker_id)
     VALUES (?, ?, ?, ?, (SELECT coalesce(max(seq), 0) + 1 FROM record WHERE article_id = ?), ?, ?, ?, ?, ?, ?)`
  ).run(
    article,
    number,
    letter,
    capture,
    article,
    writeRuns(blocks),
    blocks[content.blocks.findIndex(({ kind }) => kind === 'headline')] ?? null,
    JSON.stringify(content.claims),
    textHash(hashes),
    contentWords(content),
    makerOf(store, extractor)
  )
  const id = Number(added.lastInsertRowid)
  chainRevision(store, id)
  return id
}

interface Blocks {
  readonly article: number
  readonly blocks: readonly Block[]
  readonly hashes: readonly Buffer[]
  readonly before: RevisionRow | undefined
}

/** The numbers of a revision's blocks, in order; those that the article never had are stored in one pack. */
function keepBlocks(store: Store, text: ArticleText, { article, blocks, hashes, before }: Blocks): number[] {
  const known = new Map(before?.blocks.map((number) => [hex(blockHash(text.block(number))), number]))
  const fresh = new Map<string, Block>()
  for (const [i, hash] of hashes.entries()) {
    const name = hex(hash)
    if (known.has(name) || fresh.has(name)) continue
    const number = before === undefined ? undefined : findBlock(store, text, article, hash)
    if (number === undefined) fresh.set(name, blocks[i]!)
    else known.set(name, number)
  }
  if (fresh.size > 0) {
    const standing = new Set(hashes.map((hash) => known.get(hex(hash))))
    const first = text.add([...fresh.values()], before?.blocks.filter((number) => !standing.has(number)) ?? [])
    const insert = prepare(store, 'INSERT INTO block_key (key, block_id) VALUES (?, ?)')
    for (const [i, name] of [...fresh.keys()].entries()) {
      known.set(name, first + i)
      insert.run(blockKey(Buffer.from(name, 'hex')), blockId(article, first + i))
    }
  }
  return hashes.map((hash) => known.get(hex(hash))!)
}

const hex = (hash: Buffer): string => hash.toString('hex')

/** The number of a block that an earlier revision of the article had. */
function findBlock(store: Store, text: ArticleText, article: number, hash: Buffer): number | undefined {
  const zero = blockId(article, 0)
  return pluck<[number, number, number], number>(
    store,
    'SELECT block_id FROM block_key WHERE key = ? AND block_id >= ? AND block_id < ?'
  )
    .all(blockKey(hash), zero, zero + mostBlocks)
    .map(numberOf)
    .find((number) => blockHash(text.block(number)).equals(hash))
}

/** No number and no letter is given twice, whatever was deleted: what was cited as v3 is never another text. */
function nextNumber(store: Store, article: number): { number: number; letter: string } {
  const sql = 'SELECT coalesce(max(number), 0) FROM revision WHERE article_id = ?'
  const highest = pluck<[number], number>(store, sql).get(article)!
  return { number: 1 + Math.max(highest, takenNumber(store, article)), letter: '' }
}

/** A revision that was stored late is named after the one before it in time: v2a, v2b, ... v2z, v2aa. */
function nextLetter(store: Store, article: number, number: number): { number: number; letter: string } {
  const sql = "SELECT count(*) FROM revision WHERE article_id = ? AND number = ? AND letter <> ''"
  const taken = pluck<[number, number], number>(store, sql).get(article, number)!
  return { number, letter: letters(taken + takenLetters(store, article, number)) }
}

/** 0 is a, 25 is z, 26 is aa, as spreadsheets name their columns. */
const letters = (n: number): string =>
  (n < 26 ? '' : letters(Math.floor(n / 26) - 1)) + String.fromCodePoint(97 + (n % 26))

/** The version of the application, as records name it. */
export const software = 'palimpsest/0.2'

function makerOf(store: Store, extractor: string): number {
  const sql = 'SELECT id FROM maker WHERE software = ? AND extractor = ? AND text_format = ?'
  const known = pluck<[string, string, number], number>(store, sql).get(software, extractor, textFormat)
  if (known !== undefined) return known
  const added = prepare(store, 'INSERT INTO maker (software, extractor, text_format) VALUES (?, ?, ?)')
  return Number(added.run(software, extractor, textFormat).lastInsertRowid)
}

const rowQuery = `
  SELECT r.id, r.article_id AS article, r.number || r.letter AS label, c.first_at AS at, r.words, r.blocks, r.headline,
         r.claims, r.text_hash AS textHash, c.body_hash AS bodyHash, c.origin IS NOT NULL AS imported,
         c.outcome = 'extraction-changed' AS rebuilt
  FROM revision r JOIN capture c ON c.id = r.capture_id`
/** The same, read along the captures in order of time. */
const rowInTime = rowQuery.replace('FROM revision r JOIN capture c', 'FROM capture c CROSS JOIN revision r')
const live = 'r.id NOT IN (SELECT revision_id FROM trash)'

interface RawRow {
  readonly id: number
  readonly article: number
  readonly label: string
  readonly at: string
  readonly words: number
  readonly blocks: string
  readonly headline: number | null
  readonly claims: string
  readonly textHash: Buffer
  readonly bodyHash: Buffer | null
  readonly imported: number
  readonly rebuilt: number
}

const toRow = (raw: RawRow): RevisionRow => ({
  ...raw,
  blocks: readRuns(raw.blocks),
  claims: JSON.parse(raw.claims) as Claim[],
  imported: raw.imported === 1,
  rebuilt: raw.rebuilt === 1
})

/** The revisions of an article, oldest first, without those that wait for deletion. */
export function revisionsOf(store: Store, article: number): RevisionRow[] {
  return prepare<[number], RawRow>(store, `${rowQuery} WHERE r.article_id = ? AND ${live} ORDER BY c.first_at, r.id`)
    .all(article)
    .map(toRow)
}

/** The id of the revision that was stored last; 0 where there is none. */
export const newestRevision = (store: Store): number =>
  pluck<[], number>(store, 'SELECT coalesce(max(id), 0) FROM revision').get()!

/** A revision by its id, also one that waits for deletion. */
export function getRevision(store: Store, id: number): RevisionRow | undefined {
  const raw = prepare<[number], RawRow>(store, `${rowQuery} WHERE r.id = ?`).get(id)
  return raw === undefined ? undefined : toRow(raw)
}

/** Whether a revision that was first seen at that very time has a text. */
export function isShownAt(
  store: Store,
  article: number,
  { at, textHash }: { readonly at: string; readonly textHash: Buffer }
): boolean {
  const sql = `SELECT 1 FROM capture c CROSS JOIN revision r ON r.capture_id = c.id
               WHERE c.article_id = ? AND c.first_at = ? AND r.text_hash = ?`
  return pluck<[number, string, Buffer], number>(store, sql).get(article, at, textHash) !== undefined
}

/** The id of the revision that was first seen at that very time, the first of several. */
export function revisionSeenAt(store: Store, article: number, at: string): number | undefined {
  const sql = `SELECT r.id FROM capture c CROSS JOIN revision r ON r.capture_id = c.id
               WHERE c.article_id = ? AND c.first_at = ? AND ${live} ORDER BY r.id LIMIT 1`
  return pluck<[number, string], number>(store, sql).get(article, at)
}

/** The text of a revision, block by block, and its claims. Throws where the file is damaged. */
export function contentOf(text: ArticleText, row: RevisionRow): Content {
  return { blocks: row.blocks.map((number) => text.block(number)), claims: row.claims }
}

/** The revisions that stand before (or at) and after a time, among those of an article. */
export function neighbours(
  store: Store,
  article: number,
  at: string
): { readonly before: RevisionRow | undefined; readonly after: RevisionRow | undefined } {
  const one = (condition: string, order: string) => {
    const raw = prepare<[number, string], RawRow>(
      store,
      `${rowInTime} WHERE c.article_id = ? AND ${live} AND c.first_at ${condition} ? ORDER BY c.first_at ${order}, r.id ${order} LIMIT 1`
    ).get(article, at)
    return raw === undefined ? undefined : toRow(raw)
  }
  return { before: one('<=', 'DESC'), after: one('>', 'ASC') }
}
