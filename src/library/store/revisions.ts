import { contentWords } from '../../domain/count.ts'
import type { Block, Content } from '../../domain/revision.ts'
import { blockHash, textFormat, textHash } from './hash.ts'
import type { Store } from './open.ts'

/** A revision as the store lists it: everything but its text, in order of time. */
export interface RevisionRow {
  readonly id: number
  readonly article: number
  readonly number: number
  readonly at: string
  readonly words: number
  readonly headline: string
  /** The language of its article, BCP 47. */
  readonly lang: string | null
  readonly textHash: Buffer
  readonly imported: boolean
}

/** The hash that tells whether two contents are the same text. */
export function contentHash(content: Content): Buffer {
  return textHash(content.blocks.map(blockHash))
}

/** Adds the revision that a capture showed first, and those of its blocks that are new; returns its id. */
export function addRevision(store: Store, article: number, capture: number, content: Content): number {
  const hashes = content.blocks.map(blockHash)
  const blocks = content.blocks.map((block, i) => keepBlock(store, article, block, hashes[i]!))
  const headline = blocks[content.blocks.findIndex(({ kind }) => kind === 'headline')] ?? null
  const added = store
    .prepare(
      `INSERT INTO revision (article_id, number, capture_id, blocks, headline_id, claims, text_hash, text_format, words)
       VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM revision WHERE article_id = ?), ?, ?, ?, ?, ?, ?, ?)`
    )
    .run(
      article,
      article,
      capture,
      JSON.stringify(blocks),
      headline,
      JSON.stringify(content.claims),
      textHash(hashes),
      textFormat,
      contentWords(content)
    )
  return Number(added.lastInsertRowid)
}

function keepBlock(store: Store, article: number, block: Block, hash: Buffer): number {
  const links = block.links === undefined ? null : JSON.stringify(block.links)
  store
    .prepare(
      'INSERT INTO block (article_id, hash, kind, text, links, src) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING'
    )
    .run(article, hash, block.kind, block.text, links, block.src ?? null)
  return store
    .prepare<[number, Buffer], number>('SELECT id FROM block WHERE article_id = ? AND hash = ?')
    .pluck()
    .get(article, hash)!
}

const rowQuery = `
  SELECT r.id, r.article_id AS article, r.number, c.first_at AS at, r.words, coalesce(b.text, '') AS headline,
         r.text_hash AS textHash, c.origin IS NOT NULL AS imported, a.lang
  FROM revision r JOIN capture c ON c.id = r.capture_id JOIN article a ON a.id = r.article_id
       LEFT JOIN block b ON b.id = r.headline_id`

type RawRow = Omit<RevisionRow, 'imported'> & { readonly imported: number }
const toRow = (raw: RawRow): RevisionRow => ({ ...raw, imported: raw.imported === 1 })

/** The revisions of an article, oldest first. */
export function revisionsOf(store: Store, article: number): RevisionRow[] {
  return store
    .prepare<[number], RawRow>(`${rowQuery} WHERE r.article_id = ? ORDER BY c.first_at, r.id`)
    .all(article)
    .map(toRow)
}

export function getRevision(store: Store, id: number): RevisionRow | undefined {
  const raw = store.prepare<[number], RawRow>(`${rowQuery} WHERE r.id = ?`).get(id)
  return raw === undefined ? undefined : toRow(raw)
}

interface RawBlock {
  readonly kind: Block['kind']
  readonly text: string
  readonly links: string | null
  readonly src: string | null
}

/** The text of a revision, block by block, and its claims; undefined where there is no such revision. */
export function getContent(store: Store, revision: number): Content | undefined {
  const claims = store.prepare<[number], string>('SELECT claims FROM revision WHERE id = ?').pluck().get(revision)
  if (claims === undefined) return undefined
  const blocks = store
    .prepare<[number], RawBlock>(
      `SELECT b.kind, b.text, b.links, b.src FROM revision r, json_each(r.blocks) j JOIN block b ON b.id = j.value
       WHERE r.id = ? ORDER BY j.key`
    )
    .all(revision)
  return { blocks: blocks.map(toBlock), claims: JSON.parse(claims) as Content['claims'] }
}

function toBlock({ kind, text, links, src }: RawBlock): Block {
  return {
    kind,
    text,
    ...(links === null ? {} : { links: JSON.parse(links) as Block['links'] }),
    ...(src === null ? {} : { src })
  }
}

/** The revisions that stand before (or at) and after a time, among those of an article. */
export function neighbours(store: Store, article: number, at: string): { before?: RevisionRow; after?: RevisionRow } {
  const one = (condition: string, order: string) =>
    store
      .prepare<[number, string], RawRow>(
        `${rowQuery} WHERE r.article_id = ? AND c.first_at ${condition} ? ORDER BY c.first_at ${order}, r.id ${order} LIMIT 1`
      )
      .get(article, at)
  const before = one('<=', 'DESC')
  const after = one('>', 'ASC')
  return {
    ...(before === undefined ? {} : { before: toRow(before) }),
    ...(after === undefined ? {} : { after: toRow(after) })
  }
}
