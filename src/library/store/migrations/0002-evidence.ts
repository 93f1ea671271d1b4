import { randomUUID } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { blockKey, recordHash, sealOf, type RevisionRecord } from '../hash.ts'
import type { Migration, Step } from './step.ts'
import { evidenceTables } from './0002-tables.ts'

/**
 * Turns the store into evidence: blocks move into packs, every revision gets its place in its article's hash chain,
 * every observation a seal. What is derived
 * (the list, the search index) is made after it.
 */
export const evidence: Migration = (step) => {
  for (const table of ['source', 'article', 'capture', 'revision', 'change', 'reading']) {
    step.exec(`ALTER TABLE ${table} RENAME TO old_${table}`)
  }
  for (const name of ['source_name', 'article_source', 'capture_time', 'revision_text', 'block_hash']) {
    step.exec(`DROP INDEX ${name}`)
  }
  for (const sql of evidenceTables) step.exec(sql)
  step.run('INSERT INTO maker (id, software, extractor, text_format) VALUES (1, ?, ?, 1)', 'palimpsest/0.1', 'file/1')
  moveSources(step)
  for (const article of step.all<OldArticle>('SELECT * FROM old_article ORDER BY id')) moveArticle(step, article)
  for (const table of ['change', 'reading', 'revision', 'block', 'capture', 'article', 'source']) {
    step.exec(`DROP TABLE ${table === 'block' ? 'block' : `old_${table}`}`)
  }
}

interface OldSource {
  readonly id: number
  readonly name: string
  readonly homepage: string | null
  readonly folder: string | null
}

function moveSources(step: Step): void {
  for (const { id, name, homepage, folder } of step.all<OldSource>('SELECT * FROM old_source')) {
    const seal = sealOf([id, name, homepage, folder])
    step.run(
      'INSERT INTO source (id, name, homepage, folder, seal) VALUES (?, ?, ?, ?, ?)',
      id,
      name,
      homepage,
      folder,
      seal
    )
  }
}

interface OldArticle {
  readonly id: number
  readonly source_id: number
  readonly url: string | null
  readonly lang: string | null
  readonly dir: string
}

function moveArticle(step: Step, article: OldArticle): void {
  const { id, source_id, url, lang, dir } = article
  const uid = randomUUID()
  const seal = sealOf([id, uid, source_id, url, lang, dir])
  step.run(
    'INSERT INTO article (id, uid, source_id, url, lang, dir, seal) VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    uid,
    source_id,
    url,
    lang,
    dir,
    seal
  )
  step.run('UPDATE library SET articles = articles + 1')
  step.run('INSERT INTO chain_head (article_id, seq, hash, captures) VALUES (?, 0, ?, 0)', id, Buffer.alloc(32))
  moveCaptures(step, id)
  moveRevisions(step, { id, uid, url }, moveBlocks(step, id))
  step.run(
    `INSERT INTO change (revision_id, against_id, words_added, words_removed, minor, headline_changed, noted, silent,
                         summary, edits, rules)
     SELECT revision_id, against_id, words_added, words_removed, minor, headline_changed, noted, minor = 0 AND noted = 0,
            summary, '[]', 0
     FROM old_change WHERE revision_id IN (SELECT id FROM revision WHERE article_id = ?)`,
    id
  )
  step.run(
    `INSERT INTO reading SELECT o.article_id, c.first_at
     FROM old_reading o JOIN revision r ON r.id = o.revision_id JOIN capture c ON c.id = r.capture_id
     WHERE o.article_id = ?`,
    id
  )
}

interface OldCapture {
  readonly id: number
  readonly first_at: string
  readonly last_at: string
  readonly count: number
  readonly outcome: string
  readonly status: number | null
  readonly error: string | null
  readonly origin: string | null
  readonly body_hash: Buffer | null
}

function moveCaptures(step: Step, article: number): void {
  for (const c of step.all<OldCapture>('SELECT * FROM old_capture WHERE article_id = ?', article)) {
    const { first_at, last_at, count, outcome, status, error, origin, body_hash: body } = c
    const facts = [first_at, last_at, count, outcome, status, error, origin, null, null, null, body, 0]
    step.run(
      `INSERT INTO capture (id, article_id, first_at, last_at, count, outcome, status, error, origin, url, final_url,
                            headers, body_hash, body_kept, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      c.id,
      article,
      ...facts,
      sealOf([c.id, article, ...facts])
    )
    step.run('UPDATE chain_head SET captures = captures + 1 WHERE article_id = ?', article)
  }
}

interface OldBlock {
  readonly id: number
  readonly hash: Buffer
  readonly kind: string
  readonly text: string
  readonly links: string | null
  readonly src: string | null
}

/** Packs an article's blocks in the order of their ids; returns their new numbers by old id. */
function moveBlocks(step: Step, article: number): Map<number, number> {
  const blocks = step.all<OldBlock>('SELECT * FROM block WHERE article_id = ? ORDER BY id', article)
  if (blocks.length === 0) return new Map()
  const first = article * 2 ** 20
  const tuples = blocks.map(({ kind, text, links, src }) => {
    const pairs = links === null ? null : (JSON.parse(links) as { text: string; href: string }[])
    return [kind, text, pairs?.map((link) => [link.text, link.href]) ?? null, src]
  })
  const data = deflateSync(JSON.stringify(tuples), { level: 9 })
  step.run(
    'INSERT INTO pack (id, count, dictionary, depth, data) VALUES (?, ?, ?, 0, ?)',
    first,
    blocks.length,
    '[]',
    data
  )
  for (const [i, { hash }] of blocks.entries()) {
    step.run('INSERT INTO block_key (key, block_id) VALUES (?, ?)', blockKey(hash), first + i)
  }
  return new Map(blocks.map(({ id }, i) => [id, i]))
}

interface OldRevision {
  readonly id: number
  readonly number: number
  readonly capture_id: number
  readonly blocks: string
  readonly headline_id: number | null
  readonly claims: string
  readonly text_hash: Buffer
  readonly words: number
  readonly at: string
  readonly status: number | null
  readonly origin: string | null
  readonly body: Buffer | null
}

interface MovedArticle {
  readonly id: number
  readonly uid: string
  readonly url: string | null
}

/** Chains the revisions in the order in which they were stored. */
function moveRevisions(step: Step, article: MovedArticle, numbers: ReadonlyMap<number, number>): void {
  const revisions = step.all<OldRevision>(
    `SELECT r.*, c.first_at AS at, c.status, c.origin, c.body_hash AS body
     FROM old_revision r JOIN old_capture c ON c.id = r.capture_id WHERE r.article_id = ? ORDER BY r.id`,
    article.id
  )
  let prev: Buffer | null = null
  for (const [i, r] of revisions.entries()) {
    const blocks = toRuns((JSON.parse(r.blocks) as number[]).map((id) => numbers.get(id)!))
    const headline = r.headline_id === null ? null : numbers.get(r.headline_id)!
    step.run(
      `INSERT INTO revision (id, article_id, number, letter, capture_id, seq, blocks, headline, claims, text_hash,
                             words, maker_id) VALUES (?, ?, ?, '', ?, ?, ?, ?, ?, ?, ?, 1)`,
      r.id,
      article.id,
      r.number,
      r.capture_id,
      i + 1,
      blocks,
      headline,
      r.claims,
      r.text_hash,
      r.words
    )
    const hash = recordHash(recordOf(article, r, { seq: i + 1, prev }))
    step.run(
      "INSERT INTO record (article_id, seq, kind, revision_id, hash) VALUES (?, ?, 'revision', ?, ?)",
      article.id,
      i + 1,
      r.id,
      hash
    )
    prev = hash
  }
  if (prev === null) return
  step.run('UPDATE chain_head SET seq = ?, hash = ? WHERE article_id = ?', revisions.length, prev, article.id)
  step.run('UPDATE library SET records = records + ?', revisions.length)
}

function recordOf(
  article: MovedArticle,
  { number, at, status, origin, body, claims, text_hash, words }: OldRevision,
  place: { readonly seq: number; readonly prev: Buffer | null }
): RevisionRecord {
  return {
    ...place,
    article: article.uid,
    version: String(number),
    capturedAt: at,
    url: article.url,
    finalUrl: null,
    status,
    headers: null,
    origin,
    bodyHash: body,
    textHash: text_hash,
    textFormat: 1,
    claims,
    words,
    extractor: 'file/1',
    software: 'palimpsest/0.1'
  }
}

function toRuns(numbers: readonly number[]): string {
  const runs: number[] = []
  for (const number of numbers) {
    const last = runs.length - 2
    if (last >= 0 && number === runs[last]! + runs[last + 1]!) runs[last + 1]! += 1
    else runs.push(number, 1)
  }
  return JSON.stringify(runs)
}
