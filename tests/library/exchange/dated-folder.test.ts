import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { withoutTime } from '../../../src/library/exchange/order.ts'
import { folder, library, write } from './trial.ts'

const wall = (cost: string) => `The wall\n\nThe sea wall will cost ${cost}.\n\nWork begins on 13 April.`

test.each([
  ['2026-01-27', ''],
  ['council-2026-01-27', 'council'],
  ['20260127T0942 council', 'council'],
  ['v1', ''],
  ['draft v12', 'draft'],
  ['3', ''],
  ['council', null],
  ['covid19', null]
])('the name %j is %j without its time', (name, rest) => expect(withoutTime(name)).toBe(rest))

test('files whose names differ by a date are one article, however unlike; others by how like they are', async () => {
  const path = write({
    'terms/2026-01-01.txt': 'Terms\n\nBe kind.\n\nPay on time.',
    'terms/2026-02-01.txt': 'Conditions of use\n\nEverything that stood here was replaced.\n\nBy this.',
    'twin/2026-01-01.txt': 'Terms\n\nBe kind.\n\nPay on time.',
    'twin/2026-03-01.txt': 'Terms\n\nBe kind.\n\nPay.',
    'wall-v1.txt': wall('40 million'),
    'wall-v2.txt': wall('60 million'),
    'by day/2026-01-01/page.txt': 'Ferry\n\nThe ferry sails every day of the week at noon.\n\nTickets cost 3.',
    'by day/2026-01-02/page.txt': 'Ferry\n\nThe ferry sails every day of the week at noon.\n\nTickets cost 4.',
    '.hidden/secret.txt': wall('1 million')
  })
  const { importFiles, versions } = library()
  const result = await importFiles({ paths: [path] })
  expect(result).toMatchObject({ newArticles: 4, newRevisions: 8, refused: [] })
  const texts = await Promise.all(result.articles.map(versions))
  expect(texts.map((text) => text.map(([at, headline]) => [at?.slice(0, 10), headline]))).toEqual([
    [
      ['2026-01-01', 'Ferry'],
      ['2026-01-02', 'Ferry']
    ],
    [
      ['2026-01-01', 'Terms'],
      ['2026-02-01', 'Conditions of use']
    ],
    [
      ['2026-01-01', 'Terms'],
      ['2026-03-01', 'Terms']
    ],
    [
      [expect.any(String), 'The wall'],
      [expect.any(String), 'The wall']
    ]
  ])
  expect(await importFiles({ paths: [path] })).toMatchObject({ newArticles: 0, newRevisions: 0, alreadyThere: 8 })
})

test('links are not followed, broken files are named, and the others are taken', async () => {
  const outside = write({ 'outside.txt': wall('1 million') })
  const path = write({
    'a.txt': wall('40 million'),
    'b.txt': '',
    'c.bin': Buffer.alloc(2000),
    'd.css': wall('1 million')
  })
  symlinkSync(join(outside, 'outside.txt'), join(path, 'link.txt'))
  symlinkSync(outside, join(path, 'links'))
  symlinkSync(path, join(path, 'loop'))
  const { importFiles } = library()
  const result = await importFiles({ paths: [path] })
  expect(result).toMatchObject({ newArticles: 1, newRevisions: 1 })
  expect(result.refused.map(({ record, code }) => [record, code])).toEqual([
    ['b.txt', 'empty'],
    ['c.bin', expect.stringMatching(/empty|binary|unknown-format/)],
    ['d.css', 'unknown-format']
  ])
})

test('an empty folder, and one that goes down without end', async () => {
  const { importFiles } = library()
  const deep = folder()
  const bottom = Array.from({ length: 14 }, (_, i) => `${i}`).join('/')
  mkdirSync(join(deep, bottom), { recursive: true })
  writeFileSync(join(deep, bottom, 'a.txt'), wall('40 million'))
  const { refused } = await importFiles({ paths: [folder(), deep] })
  expect(refused.map(({ code, detail }) => [code, detail])).toEqual([
    ['empty', ''],
    ['too-large', 'more than 10 folders deep']
  ])
})

const real = resolve(import.meta.dirname, '../../../.cache/data/a-digitalgov-news')

test.skipIf(!existsSync(real))(
  'a real folder of articles, each a folder of versions (skipped where the shared data is absent)',
  async () => {
    const { importFiles, timemap } = library()
    const result = await importFiles({ paths: [real] })
    const folders = readdirSync(real).filter((name) => !name.includes('.'))
    const files = folders.flatMap((name) => readdirSync(join(real, name)))
    const texts = files.filter((name) => /^v\d+\./.test(name)).length
    expect(result.newArticles).toBe(folders.length)
    expect(new Set(result.refused.map(({ code }) => code))).toEqual(new Set(['unknown-format']))
    let seen = 0
    for (const article of result.articles) seen += (await timemap({ article })).captures.length
    expect(seen).toBe(texts)
    expect(await importFiles({ paths: [real] })).toMatchObject({ newArticles: 0, newRevisions: 0 })
  },
  120_000
)
