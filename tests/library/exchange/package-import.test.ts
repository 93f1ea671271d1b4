import { expect, test } from 'vitest'
import { join } from 'node:path'
import { openStore } from '../../../src/library/store/open.ts'
import { verify } from '../../../src/library/verify/run.ts'
import { knownLibrary } from '../verify-library.ts'
import { livedInLibrary } from '../verify-lived-in.ts'
import { folder, now, opened, written } from './package-kit.ts'

/** The texts of every article in order of time, by address: what a round trip must keep. */
function texts(library: string) {
  const store = openStore(library)
  const rows = store
    .prepare<[], Row>(
      `SELECT a.url, c.first_at AS at, lower(hex(r.text_hash)) AS text, lower(hex(c.body_hash)) AS body, c.status,
              c.headers, r.claims, m.extractor
       FROM revision r JOIN capture c ON c.id = r.capture_id JOIN article a ON a.id = r.article_id
            JOIN maker m ON m.id = r.maker_id
       WHERE r.id NOT IN (SELECT revision_id FROM trash) AND a.id NOT IN (SELECT article_id FROM trash_article)
       ORDER BY a.url, c.first_at, r.id`
    )
    .all()
  store.close()
  return rows
}

interface Row {
  readonly url: string
  readonly text: string
}

/** What stood between two equal texts may have been deleted: then they are one. */
const joined = (rows: readonly Row[]): Row[] =>
  rows.filter((row, i) => row.text !== rows[i - 1]?.text || row.url !== rows[i - 1]?.url)

async function imported(path: string, into = join(folder(), 'library.db')) {
  const library = opened(into)
  const result = await library.handlers.importFiles({ paths: [path] })
  library.close()
  return { into, result }
}

test('into an empty library and out again: the same texts, bodies, times, headers and claims', async () => {
  const from = knownLibrary()
  const { into, result } = await imported(await written(from))
  expect(result).toMatchObject({ newArticles: 3, newRevisions: 12, refused: [] })
  expect(texts(into)).toEqual(texts(from))
  expect(await verify({ path: into, scope: 'all', now: () => now })).toMatchObject({ found: 0, derived: [] })
  const again = await imported(await written(into))
  expect(texts(again.into)).toEqual(texts(from))
})

test('the same again adds nothing, into the library it came from neither', async () => {
  const from = knownLibrary()
  const path = await written(from)
  const { into } = await imported(path)
  expect((await imported(path, into)).result).toMatchObject({ newArticles: 0, newRevisions: 0, alreadyThere: 12 })
  const before = texts(from)
  expect((await imported(path, from)).result).toMatchObject({ newArticles: 0, newRevisions: 0, alreadyThere: 12 })
  expect(texts(from)).toEqual(before)
})

test.each(Array.from({ length: 8 }, (_, seed) => seed))('a library that was lived in, number %i', async (seed) => {
  const from = livedInLibrary(seed)
  const { into, result } = await imported(await written(from))
  expect(result.refused).toEqual([])
  expect(texts(into)).toEqual(joined(texts(from)))
})

test('notes come along once, each on what it was on', async () => {
  const from = knownLibrary()
  const library = opened(from)
  const [first, second] = (await library.handlers.timemap({ article: 2 })).revisions
  const note = (about: Parameters<typeof library.handlers.addNote>[0]['about'], text: string) =>
    library.handlers.addNote({ article: 2, about, text, begunAt: '2026-03-01T10:00:00.000Z' })
  await note({ kind: 'article' }, 'on all of it')
  await note({ kind: 'version', revision: second!.id }, 'on the second')
  await note({ kind: 'change', hash: '0123456789abcdef' }, 'on a change')
  expect(first!.label).toBe('1')
  library.close()
  const path = await written(from)
  const { into } = await imported(path)
  await imported(path, into)
  const copy = opened(into)
  const { articles } = await copy.handlers.importFiles({ paths: [path] })
  const revisions = (await copy.handlers.timemap({ article: articles[1]! })).revisions
  const { notes } = await copy.handlers.notes({ article: articles[1]! })
  copy.close()
  expect(notes.map(({ about, text }) => [about, text])).toEqual([
    [{ kind: 'article' }, 'on all of it'],
    [{ kind: 'version', revision: revisions[1]!.id }, 'on the second'],
    [{ kind: 'change', hash: '0123456789abcdef' }, 'on a change']
  ])
  const without = await imported(await written(from, { notes: false }))
  const bare = opened(without.into)
  expect((await bare.handlers.notes({ article: without.result.articles[1]! })).notes).toEqual([])
  bare.close()
})

test('a look says who says that they made it, and that all of it fits', async () => {
  const path = await written(knownLibrary(), { madeBy: null })
  const library = opened()
  const { files, newArticles, newRevisions } = await library.handlers.lookInto({ paths: [path] })
  library.close()
  expect([newArticles, newRevisions]).toEqual([3, 12])
  expect(files).toMatchObject([
    {
      format: 'palimpsest-package/1',
      articles: 3,
      versions: 12,
      about: { madeBy: null, software: 'palimpsest/0.2', title: '3 articles', verdict: 'intact', findings: [] }
    }
  ])
})

test('where each state was in the package is remembered', async () => {
  const from = knownLibrary()
  const { into } = await imported(await written(from))
  const hashes = (path: string, sql: string) => {
    const store = openStore(path)
    const found = store.prepare<[], string>(sql).pluck().all()
    store.close()
    return found
  }
  const original = hashes(into, "SELECT original_id FROM imported WHERE original_id NOT LIKE '%#%' ORDER BY 1")
  expect(original).toEqual(hashes(from, 'SELECT lower(hex(hash)) FROM record ORDER BY 1'))
})
