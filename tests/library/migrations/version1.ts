import type { Claim, Content, Block } from '../../../src/domain/revision.ts'
import { contentWords } from '../../../src/domain/count.ts'
import { blockHash, textHash } from '../../../src/library/store/hash.ts'
import { migrate } from '../../../src/library/store/migrate.ts'
import { migrations } from '../../../src/library/store/migrations/all.ts'
import { connect, type Store } from '../../../src/library/store/open.ts'
import { oldArticles, oldSources, type OldArticle, type OldCapture } from './old-rows.ts'

/** Makes a library of version 1 at `path`, with the rows of old-rows.ts as version 1 of the application wrote them. */
export function makeVersion1(path: string): void {
  const store = connect(path)
  store.pragma('journal_mode = WAL')
  migrate(store, migrations.slice(0, 1))
  store.transaction(() => {
    for (const source of oldSources) insert(store, 'source', source)
    for (const [i, article] of oldArticles.entries()) addArticle(store, i + 1, article)
  })()
  store.close()
}

function addArticle(store: Store, id: number, { captures, read, ...article }: OldArticle): void {
  insert(store, 'article', { id, ...article })
  const revisions = captures.map((capture) => addCapture(store, id, capture)).filter((added) => added !== null)
  for (const [i, revision] of revisions.entries()) {
    if (i > 0) addChange(store, revision, revisions[i - 1]!)
  }
  if (read !== undefined) insert(store, 'reading', { article_id: id, revision_id: revisions[read]! })
}

/** Adds an observation, in the order of storing; returns the id of the revision that it showed first. */
function addCapture(store: Store, article: number, { content, ...capture }: OldCapture): number | null {
  const id = insert(store, 'capture', { article_id: article, ...capture })
  return content === undefined ? null : addRevision(store, { article, capture: id, content })
}

interface OldRevision {
  readonly article: number
  readonly capture: number
  readonly content: Content
}

function addRevision(store: Store, { article, capture, content }: OldRevision): number {
  const hashes = content.blocks.map(blockHash)
  const blocks = content.blocks.map((block, i) => keepBlock(store, { article, block, hash: hashes[i]! }))
  const newest = 'SELECT coalesce(max(number), 0) FROM revision WHERE article_id = ?'
  return insert(store, 'revision', {
    article_id: article,
    number: 1 + (store.prepare(newest).pluck().get(article) as number),
    capture_id: capture,
    blocks: JSON.stringify(blocks),
    headline_id: blocks[content.blocks.findIndex(({ kind }) => kind === 'headline')] ?? null,
    claims: JSON.stringify(content.claims),
    text_hash: textHash(hashes),
    text_format: 1,
    words: contentWords(content)
  })
}

interface OldBlock {
  readonly article: number
  readonly block: Block
  readonly hash: Buffer
}

function keepBlock(store: Store, { article, block, hash }: OldBlock): number {
  const known = store.prepare('SELECT id FROM block WHERE article_id = ? AND hash = ?').pluck().get(article, hash)
  if (known !== undefined) return known as number
  const { kind, text, src = null } = block
  const links = block.links === undefined ? null : JSON.stringify(block.links)
  return insert(store, 'block', { article_id: article, hash, kind, text, links, src })
}

function addChange(store: Store, revision: number, against: number): void {
  const [flags, words] = [
    { minor: 0, headline_changed: 1, noted: 0 },
    { words_added: 3, words_removed: 1 }
  ]
  insert(store, 'change', { revision_id: revision, against_id: against, ...flags, ...words, summary: 'headline' })
}

function insert(store: Store, table: string, row: object): number {
  const names = Object.keys(row)
  const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`
  return Number(store.prepare(sql).run(row).lastInsertRowid)
}

/** Everything that is in a file, table by table: two dumps are equal where nothing changed. */
export function dump(store: Store): unknown {
  const named = store.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
  return {
    schema: store.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all(),
    version: store.pragma('user_version', { simple: true }),
    rows: Object.fromEntries(
      named
        .pluck()
        .all()
        .map((name) => [name, store.prepare(`SELECT * FROM ${name}`).all()])
    )
  }
}

interface OldRow {
  readonly label: number
  readonly at: string
  readonly words: number
  readonly imported: number
  readonly claims: string
  readonly textHash: Buffer
  readonly blocks: string
}

/** What a library of version 1 tells of an article: every revision with its text, every observation, what was read. */
export function tellVersion1(store: Store, article: number): unknown {
  const revisions = store
    .prepare<[number], OldRow>(
      `SELECT r.id, r.number AS label, c.first_at AS at, r.words, c.origin IS NOT NULL AS imported, r.claims,
              r.text_hash AS textHash, r.blocks
       FROM revision r JOIN capture c ON c.id = r.capture_id WHERE r.article_id = ? ORDER BY c.first_at, r.id`
    )
    .all(article)
    .map(({ blocks, claims, label, imported, ...row }) => {
      const content = { blocks: blocksOf(store, blocks), claims: JSON.parse(claims) as Claim[] }
      return { ...row, label: String(label), imported: imported === 1, content }
    })
  const captures = store
    .prepare(
      `SELECT c.id, c.first_at AS at, c.last_at AS until, c.count, c.outcome, c.status, c.error, r.id AS revision
       FROM capture c LEFT JOIN revision r ON r.capture_id = c.id WHERE c.article_id = ? ORDER BY c.first_at, c.id`
    )
    .all(article)
  return { ...facts(store, article), revisions, captures }
}

/** What both versions keep in the same columns. */
export function facts(store: Store, article: number): object {
  return {
    article: store.prepare('SELECT id, source_id, url, lang, dir FROM article WHERE id = ?').get(article),
    sources: store.prepare('SELECT id, name, homepage, folder FROM source ORDER BY id').all(),
    origins: store.prepare('SELECT origin, body_hash FROM capture WHERE article_id = ? ORDER BY id').all(article),
    changes: store
      .prepare(
        `SELECT revision_id, against_id, words_added, words_removed, minor, headline_changed, noted, summary
         FROM change WHERE revision_id IN (SELECT id FROM revision WHERE article_id = ?) ORDER BY revision_id`
      )
      .all(article)
  }
}

function blocksOf(store: Store, ids: string): Block[] {
  const get = store.prepare('SELECT kind, text, links, src FROM block WHERE id = ?')
  return (JSON.parse(ids) as number[]).map((id) => {
    const { links, src, ...block } = get.get(id) as Block & { links: string | null; src: string | null }
    return {
      ...block,
      ...(links === null ? {} : { links: JSON.parse(links) as Block['links'] }),
      ...(src === null ? {} : { src })
    }
  })
}
