import fc from 'fast-check'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { blockKinds, type Block } from '../../src/domain/revision.ts'
import { mostBlocks } from '../../src/library/store/block-id.ts'
import { openStore, type Store } from '../../src/library/store/open.ts'
import { ArticleText } from '../../src/library/store/packs.ts'

function newStore(): Store {
  const store = openStore(join(mkdtempSync(join(tmpdir(), 'palimpsest-packs-')), 'library.db'))
  store.pragma('synchronous = OFF')
  return store
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

interface Row {
  readonly dictionary: string
  readonly depth: number
  readonly data: Buffer
}

const rows = (store: Store) => store.prepare('SELECT dictionary, depth, data FROM pack ORDER BY id').all() as Row[]

/** The blocks of these numbers, or the error that reading ended with, as somebody who opens the article gets them. */
function reading(store: Store, numbers: readonly number[], article = 1): unknown {
  const text = new ArticleText(store, article)
  try {
    return numbers.map((number) => text.block(number))
  } catch (error) {
    return error
  }
}

const damage = expect.objectContaining({ code: 'SQLITE_CORRUPT' })
const long =
  'The sea wall at Quay Row was inspected on Monday, and no cracks were found in any of its twelve sections. '

test.each<[string, Block]>([
  ['an empty paragraph', paragraph('')],
  ['half a character', paragraph('\ud83d and \udc00')],
  ['what ends lines and strings elsewhere', paragraph('a\u0000b\u2028c\u2029d\r\ne\\"f')],
  ['every script', paragraph('東京 กรุงเทพ القاهرة ירושלים Αθήνα नई दिल्ली 👩‍👩‍👧')],
  ['a paragraph longer than the window of deflate', paragraph(long.repeat(2000))],
  ['an image', { kind: 'image', text: 'A wall', src: 'https://example.org/wall.jpg' }],
  ['links, one of them to nowhere', { kind: 'paragraph', text: 'here and there', links: [{ text: 'here', href: '' }] }]
])('%s comes back as it was, alone and as a dictionary', (_, block) => {
  const store = newStore()
  const text = new ArticleText(store, 1)
  text.add([block], [])
  text.add([{ ...block, text: `${block.text} again` }, block], [0])
  expect(reading(store, [0, 1, 2])).toEqual([block, { ...block, text: `${block.text} again` }, block])
  store.close()
})

const anyBlock = fc.record(
  {
    kind: fc.constantFrom(...blockKinds),
    text: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(long, long.repeat(400), `${long}Corrected.`)),
    links: fc.array(fc.record({ text: fc.string(), href: fc.webUrl() }), { maxLength: 3 }),
    src: fc.webUrl()
  },
  { requiredKeys: ['kind', 'text'] }
)

/** Packs of blocks, and for each which of the earlier blocks it takes the place of, as shares of them all. */
const anyPacks = fc.array(
  fc.record({
    blocks: fc.array(anyBlock, { minLength: 1, maxLength: 6 }),
    instead: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { maxLength: 5 })
  }),
  { maxLength: 25 }
)

test('any blocks come back in any order, also when some were taken out for good', () => {
  const store = newStore()
  let article = 0
  fc.assert(
    fc.property(anyPacks, fc.func(fc.boolean()), fc.boolean(), (packs, isGone, backwards) => {
      const text = new ArticleText(store, ++article)
      const blocks: Block[] = []
      for (const { blocks: added, instead } of packs) {
        const places = new Set(blocks.length === 0 ? [] : instead.map((share) => Math.floor(share * blocks.length)))
        expect(text.add(added, [...places])).toBe(blocks.length)
        blocks.push(...added)
      }
      const numbers = backwards ? [...blocks.keys()].reverse() : [...blocks.keys()]
      expect(reading(store, numbers, article)).toEqual(numbers.map((number) => blocks[number]))
      const gone = new Set(numbers.filter((number) => isGone(number)))
      new ArticleText(store, article).drop(gone)
      const left = numbers.filter((number) => !gone.has(number))
      expect(reading(store, left, article)).toEqual(left.map((number) => blocks[number]))
      expect([...gone].map((number) => reading(store, [number], article))).toEqual([...gone].map(() => damage))
    }),
    { numRuns: 60 }
  )
  store.close()
})

test('a corrected paragraph costs a few bytes, in an article of any length', () => {
  const store = newStore()
  const text = new ArticleText(store, 1)
  const article = Array.from({ length: 300 }, (_, i) => paragraph(`${i}. ${long} ${Math.sin(i)} ${Math.cos(i)}`))
  text.add(article, [])
  text.add([paragraph(article[7]!.text.replace('no cracks', 'two cracks'))], [7])
  const [first, second] = rows(store)
  expect(first!.data.length).toBeGreaterThan(5000)
  expect(second!.data.length).toBeLessThan(60)
  store.close()
})

test('a text that is taken out is in no pack any more, and in no dictionary', () => {
  const store = newStore()
  const text = new ArticleText(store, 1)
  text.add([paragraph('The name is Zebedee.'), paragraph(long)], [])
  text.add([paragraph('The name is Zebedee Q.')], [0])
  text.add([paragraph('The name is withheld.')], [2])
  new ArticleText(store, 1).drop(new Set([0, 2]))
  const [first, last, ...none] = rows(store)
  expect(none).toEqual([])
  expect([first!.dictionary, last!.dictionary]).toEqual(['[]', '[]'])
  const whole = [first!, last!].map(({ data }) => inflateSync(data).toString())
  expect(whole.join()).not.toMatch(/Zebedee/)
  expect(reading(store, [1, 3])).toEqual([paragraph(long), paragraph('The name is withheld.')])
  store.close()
})

test('no pack is more than 16 others away from one that stands alone', () => {
  const store = newStore()
  const text = new ArticleText(store, 1)
  for (let i = 0; i < 60; i++) text.add([paragraph(`${long}${i}`)], i === 0 ? [] : [i - 1])
  const depths = rows(store).map(({ depth }) => depth)
  expect([Math.max(...depths), depths.filter((depth) => depth === 0).length]).toEqual([16, 4])
  expect(reading(store, [16])).toEqual([paragraph(`${long}16`)])
  store.close()
})

test('whatever single bit flips, the text that was stored comes back or damage is reported', () => {
  const store = newStore()
  const text = new ArticleText(store, 1)
  const [old, now] = [paragraph(long), paragraph(long.replace('no cracks', 'two cracks'))]
  text.add([old], [])
  text.add([now], [0])
  for (const [pack, { data }] of rows(store).entries()) {
    const write = store.prepare(
      'UPDATE pack SET data = ? WHERE id = (SELECT id FROM pack ORDER BY id LIMIT 1 OFFSET ?)'
    )
    for (let bit = 0; bit < data.length * 8; bit++) {
      const bad = Buffer.from(data)
      bad[bit >> 3]! ^= 1 << (bit & 7)
      write.run(bad, pack)
      expect([damage, [old, now]]).toContainEqual(reading(store, [0, 1]))
    }
    write.run(data, pack)
  }
  expect(reading(store, [0, 1])).toEqual([old, now])
  store.close()
})

test.each<[string, string]>([
  ['leans on itself', "UPDATE pack SET dictionary = '[1,1]' WHERE id = (SELECT max(id) FROM pack)"],
  ['leans on what comes after it', "UPDATE pack SET dictionary = '[1,1]' WHERE id = (SELECT min(id) FROM pack)"],
  ['holds fewer blocks than it says', 'UPDATE pack SET count = 2'],
  ['is missing', 'DELETE FROM pack WHERE id = (SELECT max(id) FROM pack)'],
  ['lost what it leans on', 'DELETE FROM pack WHERE id = (SELECT min(id) FROM pack)']
])('a pack that %s is damage', (_, sql) => {
  const store = newStore()
  const text = new ArticleText(store, 1)
  text.add([paragraph(long)], [])
  text.add([paragraph(`${long}Corrected.`)], [0])
  store.prepare(sql).run()
  expect(reading(store, [1])).toEqual(damage)
  store.close()
})

test('a bomb is not unpacked', () => {
  const store = newStore()
  new ArticleText(store, 1).add([paragraph(long)], [])
  const bomb = deflateSync(Buffer.alloc(300_000_000, ' '), { level: 1 })
  store.prepare('UPDATE pack SET data = ?').run(bomb)
  expect(reading(store, [0])).toEqual(damage)
  store.close()
})

test("an article's last number is its own, and the next one is refused", () => {
  const store = newStore()
  new ArticleText(store, 1).add([paragraph('first')], [])
  new ArticleText(store, 2).add([paragraph("another article's first")], [])
  store.prepare('UPDATE pack SET id = id + ? WHERE id < ?').run(mostBlocks - 2, 2 * mostBlocks)
  expect(new ArticleText(store, 1).add([paragraph('last')], [])).toBe(mostBlocks - 1)
  expect(() => new ArticleText(store, 1).add([paragraph('too many')], [])).toThrow(RangeError)
  expect(reading(store, [mostBlocks - 1])).toEqual([paragraph('last')])
  expect(reading(store, [0], 2)).toEqual([paragraph("another article's first")])
  store.close()
})
