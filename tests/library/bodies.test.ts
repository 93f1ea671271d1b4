import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, zstdCompressSync, zstdDecompressSync, constants } from 'node:zlib'
import { expect, test } from 'vitest'
import { importFiles } from '../../src/library/import.ts'
import { addArticle } from '../../src/library/store/articles.ts'
import { dropBodies, putBody, readBody } from '../../src/library/store/bodies.ts'
import { addCapture } from '../../src/library/store/captures.ts'
import { refreshListing } from '../../src/library/store/listing.ts'
import { openStore, type Store } from '../../src/library/store/open.ts'

function newStore(): Store {
  const store = openStore(join(mkdtempSync(join(tmpdir(), 'palimpsest-bodies-')), 'library.db'))
  store.pragma('synchronous = OFF')
  return store
}

const newArticle = (store: Store, source = 'Harbour Post') =>
  addArticle(store, { source: { name: source, homepage: null, folder: null }, url: null, lang: 'en', dir: 'ltr' })

let clock = Date.UTC(2026, 0, 1)

/** Keeps a body as a check that brought it does. */
function see(store: Store, article: number, bytes: Buffer): Buffer {
  const at = new Date((clock += 3_600_000)).toISOString()
  const bodyHash = putBody(store, article, bytes)
  const facts = { outcome: 'changed', status: 200, error: null, origin: null, url: null, finalUrl: null } as const
  addCapture(store, article, { at, until: at, count: 1, ...facts, headers: null, bodyHash })
  refreshListing(store, article)
  return bodyHash
}

interface Row {
  readonly base: Buffer | null
  readonly depth: number
  readonly data: Buffer
}

const rows = (store: Store) => store.prepare('SELECT base, depth, data FROM body ORDER BY rowid').all() as Row[]
const rowOf = (store: Store, hash: Buffer) =>
  store.prepare('SELECT base, depth, data FROM body WHERE hash = ?').get(hash) as Row
const forget = (store: Store, hash: Buffer) => {
  store.prepare('DELETE FROM capture WHERE body_hash = ?').run(hash)
  return dropBodies(store, [hash])
}

/** Text that does not compress by itself, the same for the same seed. */
const noise = (seed: number, length: number) =>
  Buffer.concat(
    Array.from({ length: Math.ceil(length / 44) }, (_, i) =>
      Buffer.from(createHash('sha256').update(`${seed} ${i}`).digest('base64'))
    )
  ).subarray(0, length)

/** A page of 40 kB with a text of its own in the middle of what every page of the site has. */
const page = (text: string, site = 1) => Buffer.concat([noise(site, 20_000), Buffer.from(text), noise(-site, 20_000)])

test.each([
  ['nothing', Buffer.alloc(0)],
  ['one byte', Buffer.from('x')],
  ['what looks like a trained dictionary', Buffer.concat([Buffer.from([0x37, 0xa4, 0x30, 0xec]), noise(7, 500)])],
  ['a frame of its own format', zstdCompressSync(noise(8, 500))],
  ['a page', page('The quay is closed.')],
  ['more than the windows of deflate and brotli see', noise(9, 3_000_000)]
])('%s comes back byte for byte, alone, as a base and upon one', (_, bytes) => {
  const store = newStore()
  const article = newArticle(store)
  const bodies = [bytes, Buffer.concat([bytes, Buffer.from(' again')]), Buffer.from('something else'), bytes]
  const hashes = bodies.map((body) => see(store, article, body))
  expect(hashes.map((hash) => readBody(store, hash)!.equals(bodies[hashes.indexOf(hash)]!))).not.toContain(false)
  expect(hashes[0]).toEqual(createHash('sha256').update(bytes).digest())
  expect(rows(store)).toHaveLength(3)
  store.close()
})

test('any bytes come back, however they follow one another', () => {
  const store = newStore()
  const part = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(page('a'), page('b'), noise(3, 70_000)))
  fc.assert(
    fc.property(fc.array(fc.array(part, { maxLength: 3 }), { maxLength: 20 }), (bodies) => {
      const article = newArticle(store)
      const kept = bodies.map((parts) => Buffer.concat(parts))
      const hashes = kept.map((body) => see(store, article, body))
      for (const [i, hash] of hashes.entries()) expect(readBody(store, hash)!.equals(kept[i]!)).toBe(true)
    }),
    { numRuns: 30 }
  )
  store.close()
})

test('a body of several captures is stored once and stays until the last of them goes', () => {
  const store = newStore()
  const [one, other] = [newArticle(store), newArticle(store)]
  const hash = see(store, one, page('Shared.'))
  expect(see(store, other, page('Shared.'))).toEqual(hash)
  expect(see(store, one, page('Shared.'))).toEqual(hash)
  expect(rows(store)).toHaveLength(1)
  store.prepare('DELETE FROM capture WHERE article_id = ?').run(one)
  expect(dropBodies(store, [hash])).toBe(0)
  expect(readBody(store, hash)).toEqual(page('Shared.'))
  store.prepare('DELETE FROM capture WHERE article_id = ?').run(other)
  expect(dropBodies(store, [hash, hash])).toBe(1)
  expect(readBody(store, hash)).toBeUndefined()
  store.close()
})

test.each([['the first'], ['one in the middle'], ['the last']])(
  'a body that goes takes no other with it: %s',
  (which) => {
    const store = newStore()
    const article = newArticle(store)
    const bodies = Array.from({ length: 6 }, (_, i) => page(`Version ${i}. ${noise(100 + i, 400).toString()}`))
    const hashes = bodies.map((body) => see(store, article, body))
    // Two that lean on the same body, so that one has to lean on the other.
    store
      .prepare('UPDATE body SET base = ?, data = ?, depth = 9 WHERE hash = ?')
      .run(hashes[0], zstdCompressSync(bodies[5]!, { dictionary: bodies[0]! }), hashes[5])
    const gone = { 'the first': 0, 'one in the middle': 2, 'the last': 5 }[which]!
    expect(forget(store, hashes[gone]!)).toBe(1)
    expect(readBody(store, hashes[gone]!)).toBeUndefined()
    const whole = hashes.filter((hash, i) => readBody(store, hash)?.equals(bodies[i]!) === true)
    expect(whole).toEqual(hashes.toSpliced(gone, 1))
    expect(rows(store).filter(({ data }) => data.length > 20_000)).toHaveLength(1)
    expect(hashes.filter((hash) => forget(store, hash) === 1)).toHaveLength(5)
    expect(rows(store)).toEqual([])
    store.close()
  }
)

test('another decoder reads what is stored, with nothing but the body it leans on', () => {
  const store = newStore()
  const article = newArticle(store)
  const [first, second] = [page('The quay is closed.'), page('The quay is open.')]
  const [a, b] = [see(store, article, first), see(store, article, second)]
  expect(rowOf(store, b).base).toEqual(a)
  expect(zstdDecompressSync(rowOf(store, a).data)).toEqual(first)
  expect(zstdDecompressSync(rowOf(store, b).data, { dictionary: first })).toEqual(second)
  store.close()
})

test('no body is more than 16 others away from one that stands alone', () => {
  const store = newStore()
  const article = newArticle(store)
  const hashes = Array.from({ length: 60 }, (_, i) => see(store, article, page(`Version ${i}.`)))
  const depths = rows(store).map(({ depth }) => depth)
  expect([Math.max(...depths), depths.filter((depth) => depth === 0).length]).toEqual([16, 4])
  expect(readBody(store, hashes[16]!)).toEqual(page('Version 16.'))
  store.close()
})

test('repeated captures of a page take less than a quarter of brotli for each', () => {
  const store = newStore()
  const article = newArticle(store)
  const bodies = Array.from({ length: 30 }, (_, i) => page(`Version ${i}. ${noise(i, 300).toString()}`))
  for (const body of bodies) see(store, article, body)
  const kept = rows(store).reduce((sum, { data }) => sum + data.length, 0)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 }
  const brotli = bodies.reduce((sum, body) => sum + brotliCompressSync(body, { params }).length, 0)
  expect(kept / brotli).toBeLessThan(0.25)
  store.close()
})

test('a first body leans on another page of its source, and on none of another source', () => {
  const store = newStore()
  const sibling = see(store, newArticle(store), page('Another article.'))
  see(store, newArticle(store, 'Elsewhere'), page('A page of another site.', 2))
  expect(rowOf(store, see(store, newArticle(store), page('A new article.'))).base).toEqual(sibling)
  expect(rowOf(store, see(store, newArticle(store, 'A third'), page('Yet another.'))).base).toBeNull()
  store.close()
})

const damage = expect.objectContaining({ code: 'SQLITE_CORRUPT' })
const reading = (store: Store, hash: Buffer) => {
  try {
    return readBody(store, hash)
  } catch (error) {
    return error
  }
}

test('whatever single byte changes, the bytes that were kept come back or damage is reported', () => {
  const store = newStore()
  const article = newArticle(store)
  const hash = see(store, article, page('The quay is closed.'))
  const upon = see(store, article, page('The quay is open again.'))
  const { data } = rowOf(store, upon)
  for (const at of data.keys()) {
    const bad = Buffer.from(data)
    bad[at]! ^= 0x41
    store.prepare('UPDATE body SET data = ? WHERE hash = ?').run(bad, upon)
    expect([damage, page('The quay is open again.')]).toContainEqual(reading(store, upon))
  }
  store.prepare('UPDATE body SET data = ? WHERE hash = ?').run(data, upon)
  store.prepare("UPDATE body SET data = x'00' WHERE hash = ?").run(hash)
  expect([reading(store, hash), reading(store, upon)]).toEqual([damage, damage])
  store.close()
})

/** A few kB that say they are, and are, a gigabyte of spaces; or that say nothing of their size. */
const bomb = (says: boolean) => {
  const [blocks, size] = [8192, 131_072]
  const header = Buffer.from(says ? 'a0' : '0088', 'hex')
  const length = Buffer.alloc(says ? 4 : 0)
  if (says) length.writeUInt32LE(blocks * size)
  const block = (last: boolean) =>
    Buffer.from([((size << 3) | 2 | Number(last)) & 255, (size >> 5) & 255, size >> 13, 0x20])
  const frames = Array.from({ length: blocks }, (_, i) => block(i === blocks - 1))
  return Buffer.concat([Buffer.from('28b52ffd', 'hex'), header, length, ...frames])
}

test.each([
  ['says its size', true, 1_073_741_824],
  ['says another size', true, 40_019],
  ['says no size', false, 1_073_741_824],
  ['has a size below none', true, -1]
])('a bomb that %s is not unpacked', (_, says, size) => {
  const store = newStore()
  const hash = see(store, newArticle(store), page('The quay is closed.'))
  store.prepare('UPDATE body SET data = ?, size = ? WHERE hash = ?').run(bomb(says), size, hash)
  const before = process.memoryUsage().rss
  expect(reading(store, hash)).toEqual(damage)
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
  store.close()
})

test('bodies that lean on one another in a circle, or on one that is not there, are damage', () => {
  const store = newStore()
  const article = newArticle(store)
  const hashes = [0, 1, 2].map((i) => see(store, article, page(`Version ${i}.`)))
  store.pragma('foreign_keys = OFF')
  store.prepare('UPDATE body SET base = ? WHERE hash = ?').run(hashes[2], hashes[0])
  expect(reading(store, hashes[2]!)).toEqual(damage)
  store.prepare('UPDATE body SET depth = 5').run()
  expect(reading(store, hashes[1]!)).toEqual(damage)
  store.prepare('UPDATE body SET base = ?, depth = 0 WHERE hash = ?').run(noise(1, 32), hashes[0])
  expect(reading(store, hashes[0]!)).toEqual(damage)
  store.close()
})

test('a text file that shows something new is kept as it is, one that shows nothing new is not', async () => {
  const store = newStore()
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-bodies-'))
  const text = (fate: string) => `The quay\n\nThe harbour master said that the quay ${fate}.\n\nWork begins in May.`
  const files = ['1-first', '2-spaced', '3-later'].map((name) => join(folder, `${name}.txt`))
  const contents = [text('is closed'), `${text('is closed')}\r\n\r\n`, text('is open')].map((one) => Buffer.from(one))
  for (const [i, file] of files.entries()) writeFileSync(file, contents[i]!)
  const now = new Date('2026-05-01T12:00:00Z')
  for (const time of [now, new Date('2026-05-02T12:00:00Z')]) await importFiles(store, files, { now: time })
  const hashes = store.prepare('SELECT hash FROM body ORDER BY rowid').pluck().all() as Buffer[]
  expect(hashes.map((hash) => readBody(store, hash))).toEqual([contents[0], contents[2]])
  expect(store.prepare('SELECT body_kept FROM capture ORDER BY first_at').pluck().all()).toEqual([1, 0, 1])
  store.close()
})

test('a damaged body keeps no new one from being stored', () => {
  const store = newStore()
  const article = newArticle(store)
  const old = see(store, article, page('The quay is closed.'))
  store.prepare("UPDATE body SET data = x'00' WHERE hash = ?").run(old)
  const hash = see(store, article, page('The quay is open.'))
  expect(rowOf(store, hash).base).toBeNull()
  expect(readBody(store, hash)).toEqual(page('The quay is open.'))
  store.close()
})
