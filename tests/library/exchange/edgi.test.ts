import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Found } from '../../../src/library/exchange/reader.ts'
import { importFiles } from '../../../src/library/import.ts'
import { openStore } from '../../../src/library/store/open.ts'
import { folder, library, now, write } from './trial.ts'

const html = (cost: string) =>
  `<html><head><title>The wall</title></head><body><main><article><h1>The wall</h1><p>The sea wall will cost ${cost}. ${'Every version of this article has this sentence. '.repeat(12)}</p><p>Work begins on 13 April, says the council of Orrinmouth.</p></article></main></body></html>`
const version = (more: object) => ({
  page_url: 'https://orrinmouth.test/wall',
  capture_time: '2020-01-01T03:04:05Z',
  source_type: 'internet_archive',
  ...more
})
const write1 = (lines: readonly (object | string)[]) =>
  join(write({ 'import.jsonl': lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n') }), 'import.jsonl') // prettier-ignore

test('lines that name where the bytes lie: the page is followed, its copies in an archive are handed on', async () => {
  const path = write1([
    version({ uri: 'https://archive.test/web/20200101030405id_/https://orrinmouth.test/wall', hash: 'abc' }),
    version({ body_url: 'https://bucket.test/abcdef', capture_time: '2020-02-01 03:04:05' }),
    version({ page_url: 'https://orrinmouth.test/ferry', uri: null })
  ])
  const follows: Extract<Found, { kind: 'follow' }>[] = []
  const onFollow = async (found: Extract<Found, { kind: 'follow' }>) => void follows.push(found)
  const result = await importFiles(openStore(join(folder(), 'library.db')), [path], { now, onFollow })
  expect(result).toMatchObject({ newArticles: 0, refused: [] })
  const copy = { at: Date.UTC(2020, 0, 1, 3, 4, 5), archiveUrl: 'https://archive.test/web/20200101030405/https://orrinmouth.test/wall', originalUrl: 'https://orrinmouth.test/wall', digest: 'abc' } // prettier-ignore
  expect(follows.map(({ url, mementos }) => [url, mementos])).toEqual([
    ['https://orrinmouth.test/wall', [copy]],
    ['https://orrinmouth.test/ferry', []]
  ])
})

test('lines that bring the body are states, twice without a difference; what is wrong is named by its line', async () => {
  const path = write1([
    version({ uri: null, body: html('40 million'), uuid: 'one' }),
    version({ body: html('60 million'), capture_time: '2020-02-01T03:04:05Z', uuid: 'two' }),
    version({ body: html('60 million'), capture_time: 'yesterday' }),
    version({ page_url: 'javascript:alert(1)' }),
    version({ body: html('1'), status: 404 }),
    '{"page_url": ',
    '{}'
  ])
  const { importFiles, timemap, captured } = library()
  const result = await importFiles({ paths: [path] })
  expect(result).toMatchObject({ newArticles: 1, newRevisions: 2 })
  expect(result.refused.map(({ record, code }) => [record, code])).toEqual([
    ['line 3', 'bad-time'],
    ['line 4', 'wrong-schema'],
    ['line 5', 'not-a-page'],
    ['line 6', 'damaged'],
    ['line 7', 'wrong-schema']
  ])
  const { revisions } = await timemap({ article: result.articles[0]! })
  expect((await captured({ revision: revisions[1]!.id })).imported).toMatchObject({
    format: 'edgi/1',
    originalId: 'two'
  })
  expect(await importFiles({ paths: [path] })).toMatchObject({ newArticles: 0, newRevisions: 0, alreadyThere: 2 })
})

test('a line without an end is refused and not kept in memory', async () => {
  const path = write1([version({ uri: null, body: html('40 million') }), `{"page_url": "${'x'.repeat(60_000_000)}"}`])
  const { importFiles } = library()
  const result = await importFiles({ paths: [path] })
  expect(result).toMatchObject({ newArticles: 1 })
  expect(result.refused.map(({ record, code }) => [record, code])).toEqual([['line 2', 'too-large']])
})
