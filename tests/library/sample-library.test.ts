import { mkdtempSync, readFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { compare } from '../../src/domain/diff/compare.ts'
import { editKinds, type Edit } from '../../src/domain/diff/comparison.ts'
import { firstText } from '../../src/domain/revision.ts'
import type { Timemap } from '../../src/domain/timemap.ts'
import { readHistory } from '../../src/library/exchange/history.ts'
import { openLibrary } from '../../src/library/library.ts'

const samples = resolve(import.meta.dirname, '../../resources/sample-library')
const documents = readdirSync(samples)
  .filter((name) => name.endsWith('.json'))
  .map((name) => readHistory(readFileSync(join(samples, name), 'utf8')))
const contents = documents.map(({ states }) => states.flatMap(({ content }) => content ?? []))
const edits: readonly Edit[] = documents.flatMap(({ facts }, n) =>
  contents[n]!.slice(1).flatMap((newer, i) => compare(contents[n]![i]!, newer, { lang: facts.lang }).edits)
)
const timemaps: Timemap[] = []

beforeAll(async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'palimpsest-sample-')), 'library.db')
  const { handlers, close } = openLibrary({ path, samples, now: () => new Date(), tell: () => undefined })
  await handlers.openSampleLibrary({})
  const { rows } = await handlers.listArticles({ list: { kind: 'smart', name: 'all' }, limit: 200 })
  for (const { id } of rows) timemaps.push(await handlers.timemap({ article: id }))
  close()
})

test('at least eight articles of 2 to 31 versions each', () => {
  expect(contents.length).toBeGreaterThanOrEqual(8)
  const versions = contents.map(({ length }) => length)
  expect(Math.min(...versions)).toBeGreaterThanOrEqual(2)
  expect(Math.max(...versions)).toBe(31)
})

test.each([
  ['Latin'],
  ['Greek'],
  ['Cyrillic'],
  ['Arabic'],
  ['Hebrew'],
  ['Devanagari'],
  ['Thai'],
  ['Hiragana'],
  ['Han'],
  ['Hangul']
])('one is written in %s', (script) => {
  const letters = new RegExp(`\\p{Script=${script}}`, 'u')
  expect(contents.some(([first]) => letters.test(firstText(first!, 'headline') ?? ''))).toBe(true)
})

test.each(editKinds)('there is an edit of the kind %s', (kind) => {
  expect(edits.some(({ kinds }) => kinds.includes(kind))).toBe(true)
})

test('a removal, failed captures, a return to version 1, a headline that changes three times', () => {
  const outcomes = timemaps.map(({ captures }) => captures.map(({ outcome }) => outcome))
  expect(outcomes.some((all) => all.at(-1) === 'gone')).toBe(true)
  expect(outcomes.flat()).toEqual(expect.arrayContaining(['server-error', 'blocked']))
  const revisions = timemaps.map((timemap) => timemap.revisions)
  expect(revisions.flat().some(({ returnsTo }) => returnsTo === '1')).toBe(true)
  const headlines = revisions.map((all) => all.filter(({ change }) => change?.headlineChanged).length)
  expect(headlines).toContain(3)
})

test('no address in it leads anywhere', () => {
  const text = readdirSync(samples)
    .map((name) => readFileSync(join(samples, name), 'utf8'))
    .join('\n')
  const hosts = [...text.matchAll(/https?:\/\/([^/"\s]+)/g)].map(([, host]) => host!)
  expect(hosts.length).toBeGreaterThan(20)
  expect(hosts.filter((host) => !host.endsWith('.example'))).toEqual([])
})
