import Database from 'better-sqlite3'
import { copyFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import type { DamageReason, Finding } from '../../src/domain/verification.ts'
import { deleteForGood } from './verify-lived-in.ts'
import { editLibrary, knownLibrary, scratch, verifyAll } from './verify-library.ts'

/** What everybody may do who has the file: `sqlite3 library.db`. */
function tampered(clean: string, sql: string): string {
  const path = scratch()
  copyFileSync(clean, path)
  const store = new Database(path)
  store.pragma('foreign_keys = OFF')
  store.exec(sql)
  store.close()
  return path
}

let clean: string
let deleted: string
beforeAll(() => {
  clean = knownLibrary()
  deleted = knownLibrary()
  editLibrary(deleted, 1, (store) => deleteForGood(store, [7]))
})

type Place = readonly [article: number | null, seq: number | null, reason: DamageReason]
const placeOf = ({ article, seq, reason }: Finding): Place => [article?.id ?? null, seq, reason]

/** The second article's versions 1 to 4 have the revisions 5 to 8, first shown by the captures 13, 16, 19, 22. */
const columns: readonly (readonly [what: string, sql: string, ...place: Place])[] = [
  ['source.id', 'UPDATE source SET id = 9 WHERE id = 2', 2, null, 'source'],
  ['source.name', "UPDATE source SET name = 'x' WHERE id = 2", 2, null, 'source'],
  ['source.homepage', "UPDATE source SET homepage = 'x' WHERE id = 2", 2, null, 'source'],
  ['source.folder', 'UPDATE source SET folder = NULL WHERE id = 2', 2, null, 'source'],
  ['source.seal', "UPDATE source SET seal = x'00' WHERE id = 2", 2, null, 'source'],
  ['article.uid', "UPDATE article SET uid = 'x' WHERE id = 2", 2, null, 'article'],
  ['article.source_id', 'UPDATE article SET source_id = 1 WHERE id = 2', 2, null, 'article'],
  ['article.url', "UPDATE article SET url = 'x' WHERE id = 2", 2, null, 'article'],
  ['article.lang', "UPDATE article SET lang = 'x' WHERE id = 2", 2, null, 'article'],
  ['article.dir', "UPDATE article SET dir = 'rtl' WHERE id = 2", 2, null, 'article'],
  ['article.seal', "UPDATE article SET seal = x'00' WHERE id = 2", 2, null, 'article'],
  ['capture.article_id', 'UPDATE capture SET article_id = 1 WHERE id = 19', 1, null, 'capture'],
  ['capture.first_at', "UPDATE capture SET first_at = '2025' WHERE id = 19", 2, 3, 'capture'],
  ['capture.last_at', "UPDATE capture SET last_at = '2027' WHERE id = 19", 2, 3, 'capture'],
  ['capture.count', 'UPDATE capture SET count = 7 WHERE id = 19', 2, 3, 'capture'],
  ['capture.outcome', "UPDATE capture SET outcome = 'unchanged' WHERE id = 19", 2, 3, 'capture'],
  ['capture.status', 'UPDATE capture SET status = 404 WHERE id = 19', 2, 3, 'capture'],
  ['capture.error', "UPDATE capture SET error = 'x' WHERE id = 19", 2, 3, 'capture'],
  ['capture.origin', "UPDATE capture SET origin = 'x' WHERE id = 19", 2, 3, 'capture'],
  ['capture.url', "UPDATE capture SET url = 'x' WHERE id = 19", 2, 3, 'capture'],
  ['capture.final_url', "UPDATE capture SET final_url = 'x' WHERE id = 19", 2, 3, 'capture'],
  ['capture.headers', "UPDATE capture SET headers = '{}' WHERE id = 19", 2, 3, 'capture'],
  ['capture.body_hash', 'UPDATE capture SET body_hash = NULL WHERE id = 19', 2, 3, 'capture'],
  ['capture.body_kept', 'UPDATE capture SET body_kept = 0 WHERE id = 19', 2, 3, 'capture'],
  ['capture.seal', "UPDATE capture SET seal = x'00' WHERE id = 19", 2, 3, 'capture'],
  ['revision.article_id', 'UPDATE revision SET article_id = 1, number = 99 WHERE id = 7', 2, 3, 'record'],
  ['revision.number', 'UPDATE revision SET number = 9 WHERE id = 7', 2, 3, 'record'],
  ['revision.letter', "UPDATE revision SET letter = 'a' WHERE id = 7", 2, 3, 'record'],
  ['revision.capture_id', 'UPDATE revision SET capture_id = 20 WHERE id = 7', 2, 3, 'record'],
  ['revision.seq', 'UPDATE revision SET seq = 9 WHERE id = 7', 2, 3, 'record'],
  ['revision.blocks', "UPDATE revision SET blocks = '[0,2]' WHERE id = 7", 2, 3, 'text'],
  ['revision.blocks, repeated', "UPDATE revision SET blocks = '[0,2,0,2]' WHERE id = 7", 2, 3, 'text'],
  ['revision.blocks, of no article', "UPDATE revision SET blocks = '[0,99]' WHERE id = 7", 2, 3, 'unreadable'],
  ['revision.headline', 'UPDATE revision SET headline = NULL WHERE id = 7', 2, 3, 'record'],
  ['revision.claims', "UPDATE revision SET claims = '[1]' WHERE id = 7", 2, 3, 'record'],
  ['revision.text_hash', "UPDATE revision SET text_hash = x'00' WHERE id = 7", 2, 3, 'record'],
  ['revision.words', 'UPDATE revision SET words = words + 1 WHERE id = 7', 2, 3, 'record'],
  ['revision.maker_id', 'UPDATE revision SET maker_id = 1 WHERE id = 7', 2, 3, 'record'],
  ['maker.software', "UPDATE maker SET software = 'x' WHERE id = 2", 1, 1, 'record'],
  ['maker.extractor', "UPDATE maker SET extractor = 'x' WHERE id = 2", 1, 1, 'record'],
  ['maker.text_format', 'UPDATE maker SET text_format = 2 WHERE id = 2', 1, 1, 'record'],
  ['record.seq', 'UPDATE record SET seq = 9 WHERE article_id = 2 AND seq = 3', 2, 3, 'record-missing'],
  ['record.kind', "UPDATE record SET kind = 'deletion' WHERE article_id = 2 AND seq = 3", 2, 3, 'record'],
  ['record.revision_id', 'UPDATE record SET revision_id = 6 WHERE article_id = 2 AND seq = 3', 2, 3, 'record'],
  [
    'record.revision_id, none',
    'UPDATE record SET revision_id = NULL WHERE article_id = 2 AND seq = 3',
    2,
    3,
    'revision-missing'
  ],
  ['record.json', "UPDATE record SET json = '{}' WHERE article_id = 2 AND seq = 3", 2, 3, 'record'],
  ['record.hash', 'UPDATE record SET hash = zeroblob(32) WHERE article_id = 2 AND seq = 3', 2, 3, 'record'],
  ['record.hash, last', 'UPDATE record SET hash = zeroblob(32) WHERE article_id = 2 AND seq = 4', 2, 4, 'record'],
  ['chain_head.seq', 'UPDATE chain_head SET seq = 3 WHERE article_id = 2', 2, 4, 'head'],
  ['chain_head.seq, further', 'UPDATE chain_head SET seq = 5 WHERE article_id = 2', 2, 5, 'record-missing'],
  ['chain_head.hash', 'UPDATE chain_head SET hash = zeroblob(32) WHERE article_id = 2', 2, 4, 'head'],
  ['chain_head.captures', 'UPDATE chain_head SET captures = 11 WHERE article_id = 2', 2, null, 'capture-added'],
  ['library.articles', 'UPDATE library SET articles = 2', null, null, 'counts'],
  ['library.records', 'UPDATE library SET records = 11', null, null, 'counts'],
  ['pack.id', 'UPDATE pack SET id = id + 7 WHERE id = 2 * 1048576 + 7', 2, 3, 'unreadable'],
  ['pack.count', 'UPDATE pack SET count = 9 WHERE id = 2 * 1048576 + 7', 2, 3, 'unreadable'],
  ['pack.dictionary', "UPDATE pack SET dictionary = '[]' WHERE id = 2 * 1048576 + 7", 2, 3, 'unreadable'],
  ['pack.data', 'UPDATE pack SET data = zeroblob(20) WHERE id = 2 * 1048576 + 7', 2, 3, 'unreadable'],
  [
    'body.hash',
    'UPDATE body SET hash = zeroblob(32) WHERE hash = (SELECT body_hash FROM capture WHERE id = 22)',
    2,
    4,
    'body-missing'
  ],
  ['body.size', 'UPDATE body SET size = 7 WHERE hash = (SELECT body_hash FROM capture WHERE id = 22)', 2, 4, 'body'],
  ['body.base', 'UPDATE body SET base = NULL WHERE hash = (SELECT body_hash FROM capture WHERE id = 22)', 2, 4, 'body'],
  [
    'body.data',
    'UPDATE body SET data = zeroblob(9) WHERE hash = (SELECT body_hash FROM capture WHERE id = 22)',
    2,
    4,
    'body'
  ]
]

const swap = (table: string, key: string, [one, other]: readonly [number, number]): string =>
  `UPDATE ${table} SET ${key} = 777 WHERE ${key} = ${one}; UPDATE ${table} SET ${key} = ${one} WHERE ${key} = ${other};
   UPDATE ${table} SET ${key} = ${other} WHERE ${key} = 777;`

/** Takes the second article's last version out, and all that would miss it. */
const cutShort = `
  DELETE FROM record WHERE article_id = 2 AND seq = 4;
  DELETE FROM revision WHERE id = 8;
  DELETE FROM change WHERE revision_id = 8;
  UPDATE chain_head SET seq = 3, hash = (SELECT hash FROM record WHERE article_id = 2 AND seq = 3) WHERE article_id = 2;`
const withCaptures = `DELETE FROM capture WHERE id IN (22, 23, 24);`
const recounted = `UPDATE chain_head SET captures = 9 WHERE article_id = 2;`

const rows: typeof columns = [
  ['two revisions swapped', swap('revision', 'id', [6, 7]), 2, 2, 'record'],
  ['two captures swapped', swap('capture', 'id', [16, 19]), 2, 2, 'capture'],
  ['two articles swapped', swap('article', 'id', [2, 3]), 2, null, 'article'],
  ['two sources swapped', swap('source', 'id', [2, 3]), 2, null, 'source'],
  [
    'two records swapped',
    swap('record', 'seq', [2, 3]).replaceAll('WHERE', 'WHERE article_id = 2 AND'),
    2,
    2,
    'record'
  ],
  ['two packs swapped', swap('pack', 'id', [2 * 2 ** 20 + 6, 2 * 2 ** 20 + 7]), 2, 2, 'text'],
  [
    "another article's pack in its place",
    'UPDATE pack SET data = (SELECT data FROM pack WHERE id = 1048576) WHERE id = 2097152',
    2,
    1,
    'unreadable'
  ],
  ['a record deleted in the middle', 'DELETE FROM record WHERE article_id = 2 AND seq = 2', 2, 2, 'record-missing'],
  ['a revision deleted in the middle', 'DELETE FROM revision WHERE id = 6', 2, 2, 'revision-missing'],
  ['a capture with a revision deleted', 'DELETE FROM capture WHERE id = 16', 2, 2, 'capture-missing'],
  ['an observation deleted', 'DELETE FROM capture WHERE id = 17', 2, null, 'capture-missing'],
  [
    'an observation doubled',
    'INSERT INTO capture SELECT 99, article_id, first_at, last_at, count, outcome, status, error, origin, url, final_url, headers, body_hash, body_kept, seal FROM capture WHERE id = 17',
    2,
    null,
    'capture'
  ],
  ['the last record deleted', 'DELETE FROM record WHERE article_id = 2 AND seq = 4', 2, 4, 'record-missing'],
  ['the last revision deleted', 'DELETE FROM revision WHERE id = 8', 2, 4, 'revision-missing'],
  [
    'the last revision and its record deleted',
    'DELETE FROM revision WHERE id = 8; DELETE FROM record WHERE article_id = 2 AND seq = 4',
    2,
    4,
    'record-missing'
  ],
  ['the head deleted', 'DELETE FROM chain_head WHERE article_id = 2', 2, null, 'head'],
  ['the chain cut short, the head moved back', cutShort, 2, 4, 'record-missing'],
  ['and what was seen then deleted', cutShort + withCaptures, 2, null, 'capture-missing'],
  ['and the number of captures adjusted', cutShort + withCaptures + recounted, 2, 4, 'record-missing'],
  ['a pack deleted', 'DELETE FROM pack WHERE id = 2 * 1048576 + 7', 2, 3, 'unreadable'],
  [
    'a body deleted',
    'DELETE FROM body WHERE hash = (SELECT body_hash FROM capture WHERE id = 22)',
    2,
    4,
    'body-missing'
  ],
  ['the row of the library deleted', 'DELETE FROM library', null, null, 'counts'],
  ['the row of the article deleted', 'DELETE FROM article WHERE id = 2', 2, null, 'article-missing'],
  [
    'a revision without a record',
    "INSERT INTO revision SELECT 99, article_id, 9, '', 24, 5, blocks, headline, claims, text_hash, words, maker_id FROM revision WHERE id = 8",
    2,
    5,
    'revision-unrecorded'
  ],
  [
    'a table turned into a view',
    'ALTER TABLE record RENAME TO kept; CREATE VIEW record AS SELECT * FROM kept',
    null,
    null,
    'schema'
  ],
  [
    'an article taken out whole',
    ['record', 'chain_head', 'revision', 'capture', 'listing']
      .map((table) => `DELETE FROM ${table} WHERE article_id = 2;`)
      .join('') + 'DELETE FROM article WHERE id = 2; DELETE FROM pack WHERE id / 1048576 = 2',
    null,
    null,
    'articles-missing'
  ]
]

/** A library whose second article's third version was deleted for good: record 5 says so. */
const deletions: typeof columns = [
  ['tombstone.capture_id', 'UPDATE tombstone SET capture_id = 20', 2, 3, 'deletion'],
  ['tombstone.article_id', 'UPDATE tombstone SET article_id = 1', 2, 3, 'deletion'],
  ['tombstone.seq', 'UPDATE tombstone SET seq = 2', 2, 2, 'deletion'],
  ['tombstone.number', 'UPDATE tombstone SET number = 9', 2, 3, 'deletion'],
  ['tombstone.letter', "UPDATE tombstone SET letter = 'a'", 2, 3, 'deletion'],
  ['tombstone.text_hash', "UPDATE tombstone SET text_hash = x'00'", 2, 3, 'deletion'],
  ['tombstone.deleted_at', "UPDATE tombstone SET deleted_at = '2027'", 2, 3, 'deletion'],
  ['tombstone.seal', "UPDATE tombstone SET seal = x'00'", 2, 3, 'deletion'],
  ['a tombstone deleted', 'DELETE FROM tombstone', 2, 3, 'deletion'],
  [
    'the deletion says another place',
    "UPDATE record SET json = replace(json, '[3]', '[2]') WHERE json IS NOT NULL",
    2,
    5,
    'record'
  ],
  [
    'the deletion says another time',
    "UPDATE record SET json = replace(json, '2026-02', '2026-03') WHERE json IS NOT NULL",
    2,
    5,
    'record'
  ],
  ['the deletion without words', 'UPDATE record SET json = NULL WHERE json IS NOT NULL', 2, 5, 'record'],
  ['the record of the deletion deleted', 'DELETE FROM record WHERE json IS NOT NULL', 2, 5, 'record-missing'],
  [
    'the deletion taken back, the head too',
    `DELETE FROM record WHERE json IS NOT NULL; UPDATE library SET records = 12;
    UPDATE chain_head SET seq = 4, hash = (SELECT hash FROM record WHERE article_id = 2 AND seq = 4) WHERE article_id = 2`,
    2,
    3,
    'revision-missing'
  ],
  [
    'one more version gone',
    'DELETE FROM revision WHERE id = 6; UPDATE record SET revision_id = NULL WHERE revision_id = 6',
    2,
    2,
    'revision-missing'
  ],
  [
    'a deleted version is back',
    `INSERT INTO revision SELECT 99, 2, 3, '', 19, 3, blocks, headline, claims, text_hash, words, maker_id
    FROM revision WHERE id = 8`,
    2,
    3,
    'deletion'
  ],
  [
    "the hash that is left of it: the next record doesn't fit",
    'UPDATE record SET hash = zeroblob(32) WHERE article_id = 2 AND seq = 3',
    2,
    4,
    'record'
  ]
]

test('a library with a deleted version is what it was', async () => {
  expect(await verifyAll(deleted)).toMatchObject({ records: 13, found: 0, findings: [], derived: [] })
})

test.each(deletions)('%s: found, in its place', async (_what, sql, article, seq, reason) => {
  const { findings } = await verifyAll(tampered(deleted, sql))
  expect(findings.map(placeOf)).toContainEqual([article, seq, reason])
})

test.each([
  ['a change against the wrong neighbour', 'UPDATE change SET against_id = 5 WHERE revision_id = 8', 'change'],
  ['a change that is gone', 'DELETE FROM change WHERE revision_id = 8', 'change'],
  ['a row of the list', "UPDATE listing SET headline = 'x' WHERE article_id = 2", 'listing'],
  ['a row of the list that is gone', 'DELETE FROM listing WHERE article_id = 2', 'listing'],
  ['a count', "UPDATE tally SET n = n + 1 WHERE list = 'all'", 'tally'],
  ['a trigger of its own', 'CREATE TRIGGER hers AFTER INSERT ON reading BEGIN SELECT 1; END', 'schema'],
  ['an index dropped', 'DROP INDEX capture_time', 'schema'],
  ['text of no version', "INSERT INTO pack VALUES (2 * 1048576 + 99, 1, '[]', 0, x'8b0500')", 'unused-text']
])('%s is out of step, and no damage', async (_what, sql, kind) => {
  const { found, derived } = await verifyAll(tampered(clean, sql))
  expect([found, derived.map((one) => one.kind)]).toEqual([0, expect.arrayContaining([kind])])
})

test('an untouched library is what it was', async () => {
  expect(await verifyAll(clean)).toMatchObject({ articles: 3, records: 12, found: 0, findings: [], derived: [] })
})

test.each([...columns, ...rows])('%s: found, in its place', async (_what, sql, article, seq, reason) => {
  const { findings } = await verifyAll(tampered(clean, sql))
  expect(findings.map(placeOf)).toContainEqual([article, seq, reason])
})
