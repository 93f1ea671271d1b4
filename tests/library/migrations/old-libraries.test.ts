import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import type { Content } from '../../../src/domain/revision.ts'
import { readHistory } from '../../../src/library/exchange/history.ts'
import { openLibrary, type OpenLibrary } from '../../../src/library/library.ts'
import { migrations } from '../../../src/library/store/migrations/all.ts'
import { connect } from '../../../src/library/store/open.ts'
import { blankLibrary, schemaFaults } from '../../../src/library/store/schema.ts'
import { followed, page, samples } from '../../fixtures/old-libraries/inside.ts'

const root = resolve(import.meta.dirname, '../../..')
const earlier = migrations.slice(0, -1).map((_, i) => i + 1)
const now = () => new Date('2026-06-02T12:00:00Z')

/** A library as the program of that time left it, where a reader of after opens it. */
function put(version: number): string {
  const path = join(mkdtempSync(join(tmpdir(), 'palimpsest-old-')), 'library.palimpsest-db')
  writeFileSync(path, gunzipSync(readFileSync(join(root, `tests/fixtures/old-libraries/version-${version}.gz`))))
  return path
}

function open(version: number): OpenLibrary['handlers'] {
  const pageWorker = new URL('../../../src/library/watch/page-worker.ts', import.meta.url)
  const library = openLibrary({ path: put(version), samples: '', now, tell: () => undefined, pageWorker })
  onTestFinished(library.close)
  return library.handlers
}

type Handlers = OpenLibrary['handlers']

/** Every version that is there of every article, by the article's address. */
async function texts({ listArticles, timemap, content }: Handlers): Promise<Map<string | null, readonly Content[]>> {
  const { rows } = await listArticles({ list: { kind: 'smart', name: 'all' }, limit: 200 })
  const found = new Map<string | null, readonly Content[]>()
  for (const { id, url } of rows) {
    const { revisions } = await timemap({ article: id })
    const read = revisions.map(async ({ id }) => content({ revision: id }))
    found.set(url, await Promise.all(read))
  }
  return found
}

const written = samples.map((name) => {
  const { facts, states } = readHistory(readFileSync(join(root, 'resources/sample-library', name), 'utf8'))
  return { url: facts.url, states: states.filter(({ content }) => content !== null) }
})
const paragraphs = ({ blocks }: Content): string[] =>
  blocks.filter(({ kind }) => kind === 'paragraph').map(({ text }) => text)

test.each(earlier)('a library of version %i has every text that was put into it', async (version) => {
  const handlers = open(version)
  for (const { deletion } of (await handlers.recentlyDeleted({})).entries) await handlers.restore({ deletion })
  const found = await texts(handlers)
  for (const { url, states } of written) expect(found.get(url)).toEqual(states.map(({ content }) => content))
  expect(found.get(null)!.map(paragraphs)).toEqual([page('', 'Nobody knows where this was.').split('\n\n')])
  expect(found.size).toBe(version < 4 ? 5 : 6)
})

test.each(earlier)('a library of version %i knows when each was seen, and what was read', async (version) => {
  const { listArticles, timemap } = open(version)
  const { rows } = await listArticles({ list: { kind: 'smart', name: 'all' }, limit: 200 })
  const row = rows.find(({ url }) => url === written[0]!.url)!
  const { revisions, captures } = await timemap({ article: row.id })
  const times = written[0]!.states.map(({ at }) => at)
  expect(revisions.map(({ at }) => at)).toEqual(version === 1 ? times : times.toSpliced(2, 1))
  expect(row.unseen).toBe(revisions.length - 2)
  expect(captures.map(({ outcome }) => outcome)).toContain('server-error')
})

test.each(earlier.slice(1))('a library of version %i has its star, and what was deleted waits', async (version) => {
  const { listArticles, recentlyDeleted } = open(version)
  const { rows } = await listArticles({ list: { kind: 'smart', name: 'starred' }, limit: 200 })
  expect(rows.map(({ url }) => url)).toEqual([written[1]!.url])
  const { entries } = await recentlyDeleted({})
  expect(new Set(entries.map(({ whole }) => whole))).toEqual(new Set([false, true]))
})

test.each([4, 5])('a library of version %i goes on following what it followed', async (version) => {
  const handlers = open(version)
  const { rows } = await handlers.listArticles({ list: { kind: 'smart', name: 'all' }, limit: 200 })
  const { id } = rows.find(({ url }) => url === followed)!
  expect(await handlers.tracking({ article: id })).toMatchObject({ pace: 'more' })
  const settings = await handlers.trackingSettings({})
  expect(settings).toMatchObject({ paused: true, spacing: 0, allowedHosts: [new URL(followed).host] })
  const told = (await texts(handlers)).get(followed)!.map((content) => paragraphs(content).at(-1))
  expect(told).toEqual(['The wall costs 40 million.', 'The wall costs 60 million.'])
  expect(await handlers.activity({ before: null, article: id, limit: 50 })).toHaveLength(2)
})

test('a library of version 5 has the notes, the rules and the searches', async () => {
  const { listArticles, notes, noiseRules, savedSearches } = open(5)
  const { rows } = await listArticles({ list: { kind: 'smart', name: 'all' }, limit: 200 })
  const { id } = rows.find(({ url }) => url === written[0]!.url)!
  expect((await notes({ article: id })).notes.map(({ text }) => text)).toEqual(['Ask the council – 港.'])
  expect((await noiseRules({ article: id })).map(({ rule }) => rule)).toEqual([
    { kind: 'begins', words: 'Last updated', allow: ['digits'] }
  ])
  expect((await savedSearches({})).map(({ name, notify }) => [name, notify])).toEqual([['Walls', true]])
})

test.each(earlier)('a library of version %i is whole, and the one from before lies beside it', async (version) => {
  const path = put(version)
  const library = openLibrary({ path, samples: '', now, tell: () => undefined })
  onTestFinished(library.close)
  expect((await library.handlers.verify({})).findings).toEqual([])
  const [after, blank] = [connect(path), blankLibrary()]
  expect(schemaFaults(after, blank)).toEqual([])
  expect(after.pragma('integrity_check', { simple: true })).toBe('ok')
  blank.close()
  const before = connect(join(path, `../backups/library.palimpsest-db.before-${migrations.length}`))
  expect(before.pragma('user_version', { simple: true })).toBe(version)
  const count = 'SELECT count(*) FROM revision'
  expect(before.prepare(count).pluck().get()).toBe(after.prepare(count).pluck().get())
  after.close()
  before.close()
})
