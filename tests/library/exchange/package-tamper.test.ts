import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PackageReason } from '../../../src/domain/package-findings.ts'
import { script } from '../../../src/library/exchange/package/verify-script.ts'
import { verifyPackage } from '../../../src/library/verify-package.ts'
import { dice } from '../../crash/dice.ts'
import { knownLibrary } from '../verify-library.ts'
import { folder, opened, verifyByPython, written } from './package-kit.ts'
import { editLines, editRecords, editText, json, listAnew, sha256Of, unzip, zip, type Files } from './repack.ts'

const second = 'palimpsest/articles/2.jsonl'
const manifest = 'palimpsest/package.json'

let untouched: Files

beforeAll(async () => {
  const path = knownLibrary()
  const library = opened(path)
  const about = { kind: 'article' } as const
  await library.handlers.addNote({ article: 2, about, text: 'A note.', begunAt: '2026-03-01T10:00:00.000Z' })
  library.close()
  untouched = await unzip(await written(path))
})

const isBlock = (line: string): boolean => line.startsWith('["paragraph"')
const is = (type: string) => (line: string) => line.startsWith(`{"type":"${type}"`)

/** Edits the first line of a kind. */
const editing = (kind: (line: string) => boolean, edit: (line: string) => string) => (files: Files) =>
  editLines(files, second, (lines) => {
    const at = lines.findIndex(kind)
    return lines.map((line, i) => (i === at ? edit(line) : line))
  })

/** The places of the records of an article's file: each is followed by the line that belongs to it. */
const recordsIn = (lines: readonly string[]): number[] =>
  lines.flatMap((line, i) => (line.startsWith('{"article":') ? [i] : []))

const dropping = (n: number) => (files: Files) =>
  editLines(files, second, (lines) => lines.toSpliced(recordsIn(lines)[n]!, 2))

const swapping = (files: Files) =>
  editLines(files, second, (lines) => {
    const [, a, b] = recordsIn(lines) as [number, number, number]
    const moved = [...lines]
    for (const i of [0, 1]) [moved[a + i], moved[b + i]] = [lines[b + i]!, lines[a + i]!]
    return moved
  })

const asGone = (why: string) => (files: Files) =>
  editLines(files, second, (lines) => {
    const at = recordsIn(lines)[1]!
    const { seq, hash } = JSON.parse(lines[at + 1]!) as { seq: number; hash: string }
    return lines.toSpliced(at, 2, JSON.stringify({ type: 'gone', seq, hash, why }))
  })

const isResponse = (record: string): boolean => record.includes('WARC-Type: response')

const editBody = (digest: boolean) => (files: Files) =>
  editRecords(files, (records) => {
    const at = records.findIndex(isResponse)
    const edited = records[at]!.replace('<html>', '<HTML>')
    const body = edited.slice(edited.indexOf('<HTML>'), -4)
    const stated = edited.replace(/(WARC-Payload-Digest: sha256:)\w+/, `$1${sha256Of(body)}`)
    return records.with(at, digest ? stated : edited)
  })

const dropBody = (files: Files) => editRecords(files, (records) => records.toSpliced(records.findIndex(isResponse), 1))

/** Ways to change a package: what is done, whether the lists of files are made anew after it, and what is found. */
const ways: readonly [what: string, anew: boolean, reason: PackageReason, change: (files: Files) => void][] = [
  ['a text', false, 'text', editing(isBlock, (line) => line.replace(/ \w+/, ' another'))],
  ['a text, and the lists', true, 'text', editing(isBlock, (line) => line.replace(/ \w+/, ' another'))],
  ['the address of a link', true, 'text', editing((line) => line.startsWith('[') && line.includes('example.org/'), (line) => line.replace('example.org/', 'example.net/'))], // prettier-ignore
  ['a kind of block', true, 'text', editing(isBlock, (line) => line.replace('paragraph', 'heading'))],
  ['the order of blocks', true, 'text', editing(is('version'), (line) => line.replace('"blocks":[0,1', '"blocks":[1,0'))], // prettier-ignore
  ['a block left out', true, 'text', editing(is('version'), (line) => line.replace('"blocks":[0,', '"blocks":['))],
  ['the time of a check', true, 'capture', editing(is('capture'), (line) => line.replace('"at":"2026', '"at":"2025'))],
  ['the time in a record', true, 'record', editing((line) => line.startsWith('{"article":'), (line) => line.replace('"capturedAt":"2026', '"capturedAt":"2025'))], // prettier-ignore
  ['a header', true, 'capture', editing(is('capture'), (line) => line.replace('etag', 'ETag'))],
  ['a status', true, 'capture', editing(is('capture'), (line) => line.replace('"status":200', '"status":404'))],
  ['what a page claims', true, 'record', editing((line) => /"claims":"\[[{\]]/.test(line), (line) => line.replace(/"claims":"\[/, '"claims":"[ '))], // prettier-ignore
  ['the name of a version', true, 'record', editing((line) => line.startsWith('{"article":'), (line) => line.replace('"version":"1"', '"version":"9"'))], // prettier-ignore
  ['the hash of a record', true, 'record', editing(is('version'), (line) => line.replace(/"hash":"../, '"hash":"00'))],
  ['the last version dropped', true, 'record-missing', dropping(3)],
  ['a version dropped', true, 'record-missing', dropping(1)],
  ['two versions swapped', true, 'record-missing', swapping],
  ['a version called deleted', true, 'record-missing', asGone('deleted')],
  ['a byte of a page', true, 'body', editBody(false)],
  ['a byte of a page, and its digest', true, 'body-missing', editBody(true)],
  ['a page dropped', true, 'body-missing', dropBody],
  ['a check dropped', true, 'capture', (files) => editLines(files, second, (lines) => lines.toSpliced(lines.findLastIndex(is('capture')) - 1, 1))], // prettier-ignore
  ['a note dropped', true, 'counts', (files) => editLines(files, second, (lines) => lines.filter((line) => !is('note')(line)))], // prettier-ignore
  ['a note', false, 'file', editing(is('note'), (line) => line.replace('A note', 'No note'))],
  ['how a check ended', false, 'file', editing((line) => line.includes('ECONNRESET'), (line) => line.replace('ECONNRESET', 'ETIMEDOUT'))], // prettier-ignore
  ['the address of the article', true, 'manifest', editing(is('article'), (line) => line.replace('example.org', 'example.net'))], // prettier-ignore
  ['the end of a chain', true, 'manifest', (files) => editText(files, manifest, (text) => text.replace(/"head":"../, '"head":"zz'.replace('zz', '00')))], // prettier-ignore
  ['who made it', false, 'file', (files) => editText(files, manifest, (text) => text.replace('A. Reader', 'B. Reader'))], // prettier-ignore
  ['an article left out of the list', true, 'manifest', unlist],
  ['an article gone', false, 'file-missing', (files) => void files.delete(second)],
  ['a file added', false, 'file-added', (files) => void files.set('extra.txt', Buffer.from('more'))],
  ['the list of files', false, 'file', (files) => editText(files, 'datapackage.json', (text) => text.replace('"title":"', '"title":"x'))], // prettier-ignore
  ['the index', false, 'file', (files) => editText(files, 'indexes/index.cdxj', (text) => text.replace('"200"', '"201"'))], // prettier-ignore
  ['the check itself', false, 'file', (files) => editText(files, 'verify.py', (text) => text.replace('return 1', 'return 0'))] // prettier-ignore
]

function unlist(files: Files): void {
  const list = json(files, manifest) as { articles: { n: number }[] }
  list.articles = list.articles.filter(({ n }) => n !== 2)
  files.set(manifest, Buffer.from(JSON.stringify(list)))
}

async function tampered(change: (files: Files) => void, anew: boolean): Promise<string> {
  const files: Files = new Map(untouched)
  change(files)
  if (anew) listAnew(files)
  return await zip(files)
}

describe('whoever changes a package', () => {
  test.each(ways)('%s (lists of files anew: %s) is found: %s', async (_what, anew, reason, change) => {
    const path = await tampered(change, anew)
    const verdict = await verifyPackage(path)
    const found = verdict.state === 'checked' ? verdict.result.findings.map((one) => one.reason) : []
    expect(found).toContain(reason)
    expect(verifyByPython(path).status).toBe(1)
  })

  test('and leaves a version out by name is seen, though nothing else is wrong', async () => {
    const path = await tampered(asGone('withheld'), true)
    const verdict = await verifyPackage(path)
    expect(verdict).toMatchObject({ result: { withheld: 1, findings: [{ reason: 'manifest', detail: 'counts' }] } })
  })
})

test('a package that was only put together anew is whole', async () => {
  const path = await tampered(() => {}, true)
  expect(await verifyPackage(path)).toMatchObject({ result: { findings: [] } })
  expect(verifyByPython(path).status).toBe(0)
})

test('what is cut short, or no package, cannot be read: by neither', async () => {
  const cut = await tampered(() => {}, false)
  truncateSync(cut, 3000)
  const other = await zip(new Map([['a.txt', Buffer.from('a')]]))
  const newer = await tampered(
    (files) => editText(files, manifest, (text) => text.replace('"version":1', '"version":2')),
    true
  )
  for (const [path, code] of [
    [cut, 'damaged'],
    [other, 'wrong-schema'],
    [newer, 'newer-format']
  ] as const) {
    expect(await verifyPackage(path)).toMatchObject({ state: 'unreadable', code })
    expect(verifyByPython(path).status).toBe(2)
  }
})

test('an article that does not fit is refused by an import, and the others are taken', async () => {
  const path = await tampered(ways[1]![3], true)
  const library = opened()
  const looked = await library.handlers.lookInto({ paths: [path] })
  expect(looked.files[0]!.about).toMatchObject({ verdict: 'tampered', findings: [expect.stringContaining('record 1')] })
  const result = await library.handlers.importFiles({ paths: [path] })
  library.close()
  expect(result).toMatchObject({ newArticles: 2, newRevisions: 8, refusedCount: 1 })
  expect(result.refused).toMatchObject([{ code: 'tampered', detail: 'text, record 1' }])
})

const flips = 400
const byPython = 40

test(`${flips} flipped bytes of the files in a package: each that changes one is found`, async () => {
  const bytes = readFileSync(await zip(untouched))
  const roll = dice(5)
  const missed: number[] = []
  for (let n = 0; n < flips; n++) {
    const at = roll(bytes.length)
    const path = join(folder(), 'flipped.palimpsest')
    const flipped = Buffer.from(bytes)
    flipped[at] = flipped[at]! ^ (1 + roll(255))
    writeFileSync(path, flipped)
    const verdict = await verifyPackage(path)
    const isFound = verdict.state === 'unreadable' || verdict.result.found > 0
    if (!isFound && !(await isSame(path))) missed.push(at)
    if (n < byPython && isFound && verifyByPython(path).status === 0 && !(await isSame(path))) missed.push(at)
  }
  expect(missed).toEqual([])
})

/** Whether all files in it are what they were: the time of a file, say, is no part of it. */
async function isSame(path: string): Promise<boolean> {
  const files = await unzip(path)
  return (
    files.size === untouched.size && [...untouched].every(([name, bytes]) => files.get(name)?.equals(bytes) === true)
  )
}

test('the check in Python is the same wherever it lies', () => {
  expect(script).toBe(readFileSync(resolve(import.meta.dirname, '../../../resources/verify.py'), 'utf8'))
  expect(untouched.get('verify.py')!.toString()).toBe(script)
})
