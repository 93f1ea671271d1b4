import { existsSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { library, write, zipped, type Files } from './trial.ts'
import { expectFlat, memoryNow } from './memory.ts'

const one = '0b1c2d3e-4f50-4a61-8b72-93a4b5c6d7e8'
const two = '1c2d3e4f-4f50-4a61-8b72-93a4b5c6d7e8'
const watch = (more: object) => JSON.stringify({ url: 'https://orrinmouth.test/wall', title: null, tags: [], ...more })
const long = `The wall\n${'A line that is repeated until the text is long.\n'.repeat(600)}`
const datastore: Files = {
  'changedetection.json': JSON.stringify({ settings: { application: { schema_version: 33 } } }),
  'secret.txt': '0123456789abcdef',
  'tag1/tag.json': JSON.stringify({ title: 'Council' }),
  [`${one}/watch.json`]: watch({ page_title: 'The wall', tags: ['tag1'] }),
  [`${one}/history.txt`]:
    '1700000000,aaa.txt\r\n1700003600,/datastore/x/bbb.txt\r\n1700007200,aaa.txt\r\n1700010800,gone.txt\r\nyesterday,aaa.txt\r\n1700014400,ccc.txt.br\r\n',
  [`${one}/aaa.txt`]: 'Orrinmouth\nThe wall\nIt will cost 40 million.\n',
  [`${one}/bbb.txt`]: 'Orrinmouth\nThe wall\nIt will cost 60 million.\n',
  [`${one}/ccc.txt.br`]: brotliCompressSync(long),
  [`${one}/history-restock_diff.txt`]: '1700000000,x.json\n',
  [`${two}/watch.json`]: watch({ title: 'The wall' }),
  [`${two}/history.txt`]: '1700000000,aaa.txt\n',
  [`${two}/aaa.txt`]: 'The wall\nIt will cost 40 million.\nBut only this part.\n',
  'broken/watch.json': '{',
  'broken/history.txt': '1700000000,aaa.txt\n'
}

const said = ({ refused }: { refused: readonly { record?: string | undefined; code: string }[] }) =>
  refused.map(({ record, code }) => [record, code])

test('a datastore: an article a watch, a state a line of its history, one file for several lines', async () => {
  const { importFiles, listed, versions } = library()
  const path = write(datastore)
  const result = await importFiles({ paths: [path] })
  expect(result).toMatchObject({ newArticles: 2, newRevisions: 5 })
  expect(said(result)).toEqual([
    [`${one}, 1700010800,gone.txt`, 'needs-files'],
    [`${one}, yesterday,aaa.txt`, 'bad-time'],
    ['broken', 'damaged'],
    [`${one}/history-restock_diff.txt`, 'not-a-page']
  ])
  expect((await versions(result.articles[0]!)).map((version) => version.slice(0, 4))).toEqual([
    ['2023-11-14T22:13:20.000Z', 'Orrinmouth', 'The wall', 'It will cost 40 million.'],
    ['2023-11-14T23:13:20.000Z', 'Orrinmouth', 'The wall', 'It will cost 60 million.'],
    ['2023-11-15T00:13:20.000Z', 'Orrinmouth', 'The wall', 'It will cost 40 million.'],
    [
      '2023-11-15T02:13:20.000Z',
      'The wall',
      ...Array<string>(2).fill('A line that is repeated until the text is long.')
    ]
  ])
  expect((await listed()).map(({ headline, source, folder }) => [headline, source, folder])).toEqual([
    ['The wall', 'orrinmouth.test', 'Council'],
    ['The wall', 'orrinmouth.test', 'Council']
  ])
  expect(await importFiles({ paths: [path] })).toMatchObject({ newArticles: 0, newRevisions: 0, alreadyThere: 5 })
})

test('the backup of it, a ZIP archive with the same tree, is the same again', async () => {
  const { importFiles } = library()
  const first = await importFiles({
    paths: [await zipped({ ...datastore, 'url-list.txt': 'https://orrinmouth.test/wall' })]
  })
  expect(first).toMatchObject({ newArticles: 2, newRevisions: 5, refusedCount: 4 })
  expect(await importFiles({ paths: [write(datastore)] })).toMatchObject({ newArticles: 0, newRevisions: 0 })
})

test('a datastore of before, with one list of all watches', async () => {
  const { importFiles, listed } = library()
  const { [`${one}/watch.json`]: _, [`${two}/watch.json`]: __, 'changedetection.json': ___, ...rest } = datastore
  const list = {
    watching: { [one]: { url: 'https://orrinmouth.test/wall', tag: 'Council, Sea' }, '../../etc': { url: 'x' } }
  }
  const result = await importFiles({ paths: [write({ ...rest, 'url-watches.json': JSON.stringify(list) })] })
  expect(result).toMatchObject({ newArticles: 1, newRevisions: 4 })
  expect((await listed())[0]).toMatchObject({ folder: 'Council' })
})

test('nothing outside of the folder is read, and nothing is unpacked without end', async () => {
  const { importFiles } = library()
  const outside = join(write({ 'outside.txt': 'Outside\nNobody was to read this.\n' }), 'outside.txt')
  const root = write({
    'changedetection.json': '{}',
    [`${one}/watch.json`]: watch({}),
    [`${one}/history.txt`]: `1700000000,../../outside.txt\n1700000001,${outside}\n1700000002,link.txt\n1700000003,bomb.txt.br\n1700000004,torn.txt.br\n1700000005,\n`,
    [`${one}/bomb.txt.br`]: brotliCompressSync(Buffer.alloc(200_000_000, 'a')),
    [`${one}/torn.txt.br`]: brotliCompressSync(long).subarray(0, 20)
  })
  symlinkSync(outside, join(root, one, 'link.txt'))
  const before = memoryNow()
  const result = await importFiles({ paths: [root] })
  expectFlat(before)
  expect(result).toMatchObject({ newArticles: 0, newRevisions: 0 })
  expect(result.refused.map(({ code }) => code)).toEqual([
    'needs-files',
    'needs-files',
    'needs-files',
    'too-large',
    'damaged',
    'needs-files'
  ])
})

const sample = resolve(import.meta.dirname, '../../../../shared/data/imports/cdio')

test.skipIf(!existsSync(sample))('a real datastore (skipped where the shared data is absent)', async () => {
  const { importFiles, versions } = library()
  const result = await importFiles({ paths: [sample] })
  expect(result).toMatchObject({ newArticles: 1, newRevisions: 3, refused: [] })
  expect(await versions(result.articles[0]!)).toEqual([
    ['2023-11-14T22:13:20.000Z', 'one', 'two'],
    ['2023-11-14T23:13:20.000Z', 'one', 'TWO'],
    ['2023-11-15T00:13:20.000Z', 'one', 'two']
  ])
  expect(await importFiles({ paths: [sample] })).toMatchObject({ newRevisions: 0, alreadyThere: 3 })
})
