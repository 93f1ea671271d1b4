import { createHash } from 'node:crypto'
import { closeSync, cpSync, existsSync, ftruncateSync, mkdirSync, openSync, readdirSync, writeSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { fileOf, folder, foundIn, library, pageOf, wall } from './found-in.ts'
import { zipOf } from './zip-of.ts'
import { expectFlat, memoryNow } from './memory.ts'

const suite = '.cache/data/suites/zip'
const archives = existsSync(suite)
  ? readdirSync(suite, { recursive: true, encoding: 'utf8' }).filter((name) => /\.zip(?:_fragment)?$/.test(name))
  : []

afterEach(() => vi.unstubAllEnvs())

describe.skipIf(archives.length === 0)('hostile ZIP archives (skipped where the shared data is absent)', () => {
  test('each is refused by a name of its own, nothing is written beside the library, and the memory stays', async () => {
    const watched = folder()
    for (const part of ['tmp', 'in/deep']) mkdirSync(join(watched, part), { recursive: true })
    const paths = archives.map((name) => join(watched, 'in/deep', basename(name).replace(/\.zip_fragment$/, '.zip')))
    for (const [i, name] of archives.entries()) cpSync(join(suite, name), paths[i]!)
    const { importFiles, lookInto, close } = library()
    vi.stubEnv('TMPDIR', join(watched, 'tmp'))
    const [files, before] = [listOf(watched), memoryNow()]
    const looked = await lookInto({ paths })
    const taken = await importFiles({ paths })
    expectFlat(before)
    expect(listOf(watched)).toEqual(files)
    close()
    for (const { refused, newArticles } of [looked, taken]) {
      expect(newArticles).toBe(0)
      expect(refused.map(({ file }) => file).sort()).toEqual(paths.map((path) => basename(path)).sort())
      for (const { code, detail } of refused) {
        expect(['damaged', 'unsafe', 'encrypted', 'unknown-format', 'binary', 'empty']).toContain(code)
        expect(detail).not.toMatch(/\n\s+at /)
      }
    }
    const codes = Object.fromEntries(taken.refused.map(({ file, code }) => [file, code]))
    expect(codes).toMatchObject({
      'bomb-1GiB.zip': 'unsafe',
      'case-collide.zip': 'unsafe',
      'symlink.zip': 'unsafe',
      'windows-names.zip': 'unsafe',
      'zip-slip.zip': 'unsafe',
      'zip-slip-win.zip': 'unsafe',
      'strong encryption is not supported.zip': 'encrypted'
    })
  })
})

const listOf = (path: string): string[] => readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()

const page = pageOf('Council to move 40 households', ...wall)
const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${page}`
const warc = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://paper.example/wall\r\nWARC-Date: 2024-01-01T00:00:00Z\r\nContent-Length: ${http.length}\r\n\r\n${http}\r\n\r\n`
const mhtml = `MIME-Version: 1.0\r\nSnapshot-Content-Location: https://paper.example/wall\r\nDate: Mon, 1 Jan 2024 00:00:00 +0000\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n${page}\r\n`
const epub = {
  'META-INF/container.xml': '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
  'b.opf':
    '<package><metadata><title>A</title></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
  'a.xhtml': page
}

const whole: readonly (readonly [name: string, bytes: () => Promise<Buffer>])[] = [
  ['crawl.warc', async () => Buffer.from(warc)],
  ['crawl.warc.gz', async () => gzipSync(warc)],
  [
    'crawl.wacz',
    async () => {
      const index = 'example,paper)/wall 20240101000000 {"status":"200"}\n'.repeat(20)
      const hash = `sha256:${createHash('sha256').update(index).digest('hex')}`
      const facts = JSON.stringify({ resources: [{ path: 'indexes/index.cdxj', hash }] })
      const archive = gzipSync(warc)
      return await zipOf({ 'archive/data.warc.gz': archive, 'indexes/index.cdxj': index, 'datapackage.json': facts })
    }
  ],
  ['page.mhtml', async () => Buffer.from(`${mhtml}--b--\r\n`)],
  ['page.html', async () => Buffer.from(page)],
  ['book.epub', async () => await zipOf(epub)],
  ['note.md', async () => Buffer.from(`# A wall\n\n${wall.join('\n\n')}`)]
]

describe.each(whole)('%s', (name, bytes) => {
  test('whole', async () => {
    const { states, loose, refused } = await foundIn(fileOf(name, await bytes()))
    expect([states.length + loose.length, refused]).toEqual([1, []])
  })

  test('cut anywhere it is refused by name or tells what it has', async () => {
    const all = await bytes()
    for (let part = 1; part < 12; part++) {
      const cut = all.subarray(0, Math.floor((all.length * part) / 12))
      const { states, loose, refused } = await foundIn(fileOf(name, cut))
      expect(states.length + loose.length + refused.length).toBeGreaterThan(0)
    }
  })

  test('with bytes turned it is refused by name or tells what it has', async () => {
    const all = await bytes()
    for (let at = 7; at < all.length; at += 17) {
      const turned = Buffer.from(all)
      turned[at] = turned[at]! ^ 0x55
      const { states, loose, refused } = await foundIn(fileOf(name, turned))
      expect(states.length + loose.length + refused.length).toBeGreaterThan(0)
    }
  })

  test('of five gigabytes it is refused by name without filling the memory', { timeout: 120_000 }, async () => {
    const path = fileOf(name, '')
    const file = openSync(path, 'r+')
    writeSync(file, (await bytes()).subarray(0, -9))
    ftruncateSync(file, 5 * 2 ** 30)
    closeSync(file)
    const before = memoryNow()
    const { refused } = await foundIn(path)
    expect(refused).not.toEqual([])
    expectFlat(before)
  })
})

test('a record that says it has five gigabytes', { timeout: 120_000 }, async () => {
  const path = fileOf('crawl.warc', warc.replace(/Content-Length: \d+/, `Content-Length: ${5 * 2 ** 30}`))
  const file = openSync(path, 'r+')
  ftruncateSync(file, 5 * 2 ** 30 + 2 ** 20)
  closeSync(file)
  const before = memoryNow()
  const { refused } = await foundIn(path)
  expect(refused[0]).toMatch(/^too-large \d+ bytes/)
  expectFlat(before)
})

test('a bomb in a packed archive', { timeout: 120_000 }, async () => {
  const path = fileOf('bomb.warc.gz', Buffer.concat([gzipSync(warc), gzipSync(Buffer.alloc(512 * 2 ** 20))]))
  const before = memoryNow()
  const { states, refused } = await foundIn(path)
  expect([states.length, refused]).toEqual([1, [expect.stringMatching(/^damaged \d+ bytes without a record/)]])
  expectFlat(before)
})
