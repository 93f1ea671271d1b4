import { deflateSync, inflateSync } from 'node:zlib'
import type { Block } from '../../domain/revision.ts'
import { blockId, mostBlocks, numberOf } from './block-id.ts'
import { Damage } from './damage.ts'
import type { Store } from './open.ts'
import { readRuns, writeRuns } from './runs.ts'
import { pluck, prepare } from './statement.ts'

/** A block as a pack holds it; null stands where one was deleted for good. */
type Packed = readonly [
  kind: Block['kind'],
  text: string,
  links: readonly (readonly [string, string])[] | null,
  src: string | null
]

interface PackRow {
  readonly id: number
  readonly count: number
  readonly dictionary: string
  readonly depth: number
  readonly data: Buffer
}

/** So many packs at most are read for one: a long chain would make old articles slow. */
const deepest = 16

/** Bytes that a pack can unpack to: twice what the largest file that is read could become. */
const largestPack = 256_000_000

/**
 * The text of one article's blocks, by number. Blocks that came with the same revision lie in one pack, a zlib stream
 * (RFC 1950) with the blocks they took the place of as dictionary, so that a corrected paragraph costs a few bytes; its
 * checksum makes a flipped bit an error and not another text. What was read is kept for as long as this object lives.
 */
export class ArticleText {
  readonly #store: Store
  readonly #article: number
  readonly #blocks = new Map<number, Block | null>()
  readonly #depths = new Map<number, number>()
  #next: number | null = null

  constructor(store: Store, article: number) {
    this.#store = store
    this.#article = article
  }

  /** The block of a number. Throws where there is none: then the file is damaged. */
  block(number: number): Block {
    if (!this.#blocks.has(number)) this.#read(number)
    const block = this.#blocks.get(number)
    if (block === undefined || block === null) throw new Damage(`block ${number} of article ${this.#article}`)
    return block
  }

  /**
   * Stores new blocks, which take the place of others; returns the number of the first. Throws RangeError where the
   * article would have had more than `mostBlocks`: the next number is another article's.
   */
  add(blocks: readonly Block[], instead: readonly number[]): number {
    const first = this.#nextNumber()
    if (first + blocks.length > mostBlocks) throw new RangeError(`article ${this.#article} has too many blocks`)
    const close = this.#dictionaryOf(instead)
    const depth = close.length === 0 ? 0 : 1 + Math.max(...close.map((number) => this.#depths.get(number) ?? 0))
    const kept = depth > deepest ? { dictionary: [], depth: 0 } : { dictionary: close, depth }
    this.#write(first, blocks, kept)
    this.#next = first + blocks.length
    return first
  }

  /**
   * Takes blocks out for good. Every pack that holds one of them, or leans on one as dictionary, is written anew without;
   * all are read before the first is written, because each can be read only with what it leans on.
   */
  drop(gone: ReadonlySet<number>): void {
    const zero = blockId(this.#article, 0)
    const rows = prepare<[number, number], PackRow>(
      this.#store,
      'SELECT * FROM pack WHERE id >= ? AND id < ? ORDER BY id'
    ).all(zero, zero + mostBlocks)
    const touched = rows.filter((row) => [...numbersOf(row), ...readRuns(row.dictionary)].some((n) => gone.has(n)))
    for (const row of touched) this.#load(row)
    const blocks = touched.map((row) => numbersOf(row).map((n) => (gone.has(n) ? null : this.#blocks.get(n)!)))
    for (const [i, row] of touched.entries()) this.#rewrite(row, blocks[i]!, gone)
  }

  #rewrite(row: PackRow, blocks: readonly (Block | null)[], gone: ReadonlySet<number>): void {
    prepare(this.#store, 'DELETE FROM pack WHERE id = ?').run(row.id)
    const dictionary = readRuns(row.dictionary).filter((number) => !gone.has(number))
    if (blocks.some((block) => block !== null)) {
      this.#write(numberOf(row.id), blocks, { dictionary, depth: row.depth })
    } else for (const number of numbersOf(row)) this.#keep(number, null, row.depth)
  }

  #write(
    first: number,
    blocks: readonly (Block | null)[],
    { dictionary, depth }: { readonly dictionary: readonly number[]; readonly depth: number }
  ): void {
    const json = Buffer.from(JSON.stringify(blocks.map(pack)))
    if (json.length > largestPack) throw new RangeError(`${json.length} bytes are too many for a pack`)
    const data = deflateSync(json, { level: 9, ...this.#asDictionary(dictionary) })
    prepare(this.#store, 'INSERT INTO pack (id, count, dictionary, depth, data) VALUES (?, ?, ?, ?, ?)').run(
      blockId(this.#article, first),
      blocks.length,
      writeRuns(dictionary),
      depth,
      data
    )
    for (const [i, block] of blocks.entries()) this.#keep(first + i, block, depth)
  }

  #read(number: number): void {
    const row = prepare<[number, number], PackRow>(
      this.#store,
      'SELECT * FROM pack WHERE id <= ? AND id >= ? ORDER BY id DESC LIMIT 1'
    ).get(blockId(this.#article, number), blockId(this.#article, 0))
    if (row === undefined || numberOf(row.id) + row.count <= number)
      throw new Damage(`block ${number} of article ${this.#article}`)
    this.#load(row)
  }

  #load(row: PackRow): void {
    const first = numberOf(row.id)
    for (const [i, packed] of this.#unpack(row).entries())
      this.#keep(first + i, packed === null ? null : unpack(packed), row.depth)
  }

  #unpack(row: PackRow): readonly (Packed | null)[] {
    const dictionary = readRuns(row.dictionary)
    const first = numberOf(row.id)
    // A pack leans only on packs before it, so that damage cannot make this go round in a circle.
    if (dictionary.some((number) => number >= first)) throw new Damage(`pack ${row.id}`)
    try {
      const json = inflateSync(row.data, { maxOutputLength: largestPack, ...this.#asDictionary(dictionary) })
      const blocks = JSON.parse(json.toString()) as (Packed | null)[]
      if (blocks.length !== row.count) throw new RangeError('a block too many or too few')
      return blocks
    } catch {
      throw new Damage(`pack ${row.id}`)
    }
  }

  #asDictionary(numbers: readonly number[]): { dictionary?: Buffer } {
    if (numbers.length === 0) return {}
    return {
      dictionary: Buffer.from(JSON.stringify(numbers.map((number) => pack(this.block(number))))).subarray(-32_768)
    }
  }

  /** As many of these blocks, the last of them, as the window of deflate can see. */
  #dictionaryOf(numbers: readonly number[]): number[] {
    let room = 32_768
    return numbers
      .toReversed()
      .filter((number) => (room -= this.block(number).text.length) > 0)
      .reverse()
  }

  #keep(number: number, block: Block | null, depth: number): void {
    this.#blocks.set(number, block)
    this.#depths.set(number, depth)
  }

  #nextNumber(): number {
    this.#next ??= this.#stored()
    return this.#next
  }

  #stored(): number {
    const zero = blockId(this.#article, 0)
    const sql = 'SELECT max(id + count) FROM pack WHERE id >= ? AND id < ?'
    return (pluck<[number, number], number | null>(this.#store, sql).get(zero, zero + mostBlocks) ?? zero) - zero
  }
}

const numbersOf = ({ id, count }: PackRow): number[] => Array.from({ length: count }, (_, i) => numberOf(id) + i)

function pack(block: Block | null): Packed | null {
  if (block === null) return null
  return [
    block.kind,
    block.text,
    block.links?.map(({ text, href }) => [text, href] as const) ?? null,
    block.src ?? null
  ]
}

function unpack([kind, text, links, src]: Packed): Block {
  return {
    kind,
    text,
    ...(links === null ? {} : { links: links.map(([text, href]) => ({ text, href })) }),
    ...(src === null ? {} : { src })
  }
}
