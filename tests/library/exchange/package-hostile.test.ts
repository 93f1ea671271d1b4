import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { gzipSync } from 'node:zlib'
import { verifyPackage } from '../../../src/library/verify-package.ts'
import { knownLibrary } from '../verify-library.ts'
import { folder, opened, written } from './package-kit.ts'
import { editText, json, listAnew, unzip, zip, type Files } from './repack.ts'

let whole: Files
beforeAll(async () => {
  whole = await unzip(await written(knownLibrary()))
})

const warc = 'archive/data.warc.gz'
const first = 'palimpsest/articles/1.jsonl'
const manifest = 'palimpsest/package.json'

/** Long enough that deflate finds nothing to repeat: what shrinks too well is refused as a bomb before it is read. */
const noise = randomBytes(100_000).toString('hex')

const record = (length: string, block: string): Buffer =>
  gzipSync(`WARC/1.1\r\nWARC-Type: resource\r\nContent-Length: ${length}\r\n\r\n${block}\r\n\r\n`)

/** What somebody may put into a package; in each at least one article cannot be taken, and nothing else happens. */
const attacks: readonly [what: string, attack: (files: Files) => void][] = [
  ['a WARC that unpacks to a thousand times its size', (files) => void files.set(warc, bomb())],
  ['a record that never ends', (files) => void files.set(warc, record('99999999999', 'short'))],
  ['a record of less than nothing', (files) => void files.set(warc, record('-5', 'short'))],
  ['a head without an end', (files) => void files.set(warc, gzipSync('WARC/1.1\r\n' + 'a: b\r\n'.repeat(1e6)))],
  ['no gzip', (files) => void files.set(warc, Buffer.from('nothing of the kind'))],
  ['a line without an end', (files) => void files.set(first, Buffer.alloc(66_000_000, noise))],
  ['nothing', (files) => void files.set(first, Buffer.alloc(0))],
  ['lines that are no objects', (files) => void files.set(first, Buffer.from('null\n1\n"a"\n'))],
  ['a file somewhere else', (files) => editText(files, manifest, (text) => text.replace(first, '../../etc/passwd'))],
  ['the same file twice', (files) => editText(files, manifest, (text) => text.replace('articles/2', 'articles/1'))],
  ['a chain without records', (files) => editText(files, first, (text) => text.slice(0, text.indexOf('\n') + 1))],
  ['a block that is none', (files) => editText(files, first, (text) => text.replace('["headline"', '["script"'))],
  ['blocks by the million', (files) => editText(files, first, (text) => text.replace(/"blocks":\[[^\]]+\]/, `"blocks":[${'0,'.repeat(1e6)}0]`))], // prettier-ignore
  ['__proto__', (files) => editText(files, first, (text) => text.replace('{"type":"capture"', '{"__proto__":{"a":1},"type":"capture"'))], // prettier-ignore
  ['headers that are no headers', (files) => editText(files, first, (text) => text.replace(/"headers":"(?:[^"\\]|\\.)+"/, '"headers":"[1]"'))], // prettier-ignore
  ['the end of time', (files) => editText(files, first, (text) => text.replace(/"at":"2026/, '"at":"9999'))]
]

const bomb = (): Buffer => gzipSync(Buffer.alloc(200_000_000))

test.each(attacks)('%s', { timeout: 60_000 }, async (_what, attack) => {
  const files: Files = new Map(whole)
  attack(files)
  listAnew(files)
  const path = await zip(files)
  const before = process.memoryUsage().rss
  const verdict = await verifyPackage(path)
  expect(verdict.state === 'unreadable' || verdict.result.found > 0).toBe(true)
  const library = opened()
  const result = await library.handlers.importFiles({ paths: [path] })
  library.close()
  expect(result.refusedCount).toBeGreaterThan(0)
  for (const { code } of result.refused) expect(['tampered', 'unsafe', 'wrong-schema']).toContain(code)
  expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(300)
})

test('what is brought in leads nowhere but to the web', async () => {
  const files: Files = new Map(whole)
  const list = json(files, manifest) as { articles: { url: string }[] }
  list.articles[0]!.url = 'javascript:alert(1)'
  files.set(manifest, Buffer.from(JSON.stringify(list)))
  listAnew(files)
  const library = opened()
  const result = await library.handlers.importFiles({ paths: [await zip(files)] })
  library.close()
  expect(result.newArticles).toBe(2)
})

test.each([0, 1, 2, 5, 10, 20, 40])('an export that is ended after %i ms leaves nothing behind', async (ms) => {
  const { handlers, close } = opened(knownLibrary())
  const to = folder()
  const path = join(to, 'a.palimpsest')
  const writing = handlers.exportArticles({ articles: null, format: 'package', path, notes: true, madeBy: null })
  setTimeout(() => void handlers.stopExport({}), ms)
  const { state } = await writing
  expect(readdirSync(to)).toEqual(state === 'stopped' ? [] : ['a.palimpsest'])
  close()
})
