import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { FileRefusal } from '../read-file.ts'
import { applyDelta } from './delta.ts'
import type { Cache } from './cache.ts'

export const objectTypes = ['commit', 'tree', 'blob', 'tag'] as const
export type ObjectType = (typeof objectTypes)[number]

export interface GitObject {
  readonly type: ObjectType
  readonly data: Buffer
}

/** An object is not larger, in bytes, packed or not. */
export const largestObject = 20_000_000
/** git itself makes chains of 50, and at most 4095. */
const longestChain = 4095
/** The deltas of one chain together, in bytes. */
const largestChain = 2 * largestObject

interface Entry {
  /** Of the pack format: 1 to 4 are the types, 6 and 7 deltas. */
  readonly kind: number
  readonly size: number
  readonly dataAt: number
  /** Where the base of a delta is, or what it is called. */
  readonly baseAt: number | null
  readonly baseId: string | null
}

/** One pack and its index (gitformat-pack, version 2 of both). Nothing of either is kept in memory but the fan-out table. */
export class Pack {
  readonly #index: number
  readonly #pack: number
  readonly #packSize: number
  readonly #fanout: Buffer
  readonly #probed = Buffer.alloc(20)
  readonly #cache: Cache<GitObject>
  readonly #name: string

  /** Throws `FileRefusal` where the two are no pack and index of version 2. */
  constructor(indexPath: string, packPath: string, cache: Cache<GitObject>) {
    this.#name = packPath
    this.#cache = cache
    this.#index = openSync(indexPath, 'r')
    this.#pack = openSync(packPath, 'r')
    this.#packSize = fstatSync(this.#pack).size
    if (this.#bytes(this.#index, 0, 8).toString('hex') !== 'ff744f6300000002')
      throw new FileRefusal('newer-format', 'an index of a pack that is not of version 2')
    if (this.#bytes(this.#pack, 0, 4).toString('latin1') !== 'PACK') throw new FileRefusal('damaged', 'a pack')
    this.#fanout = this.#bytes(this.#index, 8, 1024)
  }

  close(): void {
    closeSync(this.#index)
    closeSync(this.#pack)
  }

  /** An object by its id; undefined where it is not in this pack. `outside` gives the base that lies in another one. */
  read(id: string, outside: (id: string) => GitObject | undefined): GitObject | undefined {
    const at = this.#find(Buffer.from(id, 'hex'))
    return at === undefined ? undefined : this.#at(at, outside)
  }

  #at(start: number, outside: (id: string) => GitObject | undefined): GitObject {
    const deltas: { readonly at: number; readonly delta: Buffer }[] = []
    let [at, size] = [start, 0]
    let object: GitObject | undefined
    while (object === undefined) {
      object = this.#cache.get(this.#key(at))
      if (object !== undefined) break
      const entry = this.#entry(at)
      const data = this.#inflate(entry)
      if (entry.kind <= 4) object = this.#keep(at, { type: objectTypes[entry.kind - 1]!, data })
      else {
        deltas.push({ at, delta: data })
        size += data.length
        if (deltas.length > longestChain || size > largestChain) throw new FileRefusal('unsafe', 'a chain of deltas')
        if (entry.baseAt === null) object = outside(entry.baseId!)
        else at = entry.baseAt
        if (entry.baseAt === null && object === undefined) throw new FileRefusal('damaged', `no ${entry.baseId}`)
      }
    }
    for (const { at, delta } of deltas.reverse())
      object = this.#keep(at, { type: object.type, data: applyDelta(object.data, delta, largestObject) })
    return object
  }

  #key(at: number): string {
    return `${this.#name}:${at}`
  }

  #keep(at: number, object: GitObject): GitObject {
    this.#cache.set(this.#key(at), object, object.data.length)
    return object
  }

  /** Where an object lies in the pack, by a search in the sorted ids. */
  #find(id: Buffer): number | undefined {
    const count = this.#fanout.readUInt32BE(1020)
    let low = id[0] === 0 ? 0 : this.#fanout.readUInt32BE((id[0]! - 1) * 4)
    let high = this.#fanout.readUInt32BE(id[0]! * 4)
    if (low > high || high > count) throw new FileRefusal('damaged', 'the index of a pack')
    while (low < high) {
      const middle = (low + high) >>> 1
      const order = this.#probe(1032 + middle * 20).compare(id)
      if (order === 0) return this.#offset(middle, count)
      if (order < 0) low = middle + 1
      else high = middle
    }
    return undefined
  }

  #offset(place: number, count: number): number {
    const offsets = 1032 + count * 24
    const offset = this.#bytes(this.#index, offsets + place * 4, 4).readUInt32BE()
    if (offset < 2 ** 31) return offset
    const large = this.#bytes(this.#index, offsets + count * 4 + (offset - 2 ** 31) * 8, 8).readBigUInt64BE()
    return large > BigInt(this.#packSize) ? this.#packSize : Number(large)
  }

  #entry(at: number): Entry {
    const head = this.#bytes(this.#pack, at, Math.min(64, this.#packSize - at))
    let i = 0
    const next = (): number => {
      const byte = head[i++]
      if (byte === undefined) throw new FileRefusal('truncated', 'a pack')
      return byte
    }
    let byte = next()
    const kind = (byte >> 4) & 7
    let size = byte & 15
    for (let shift = 4; byte >= 128 && shift < 46; shift += 7) size += ((byte = next()) & 127) * 2 ** shift
    if (size > largestObject) throw new FileRefusal('too-large', `${size} bytes`)
    let [baseAt, baseId]: [number | null, string | null] = [null, null]
    if (kind === 6) {
      byte = next()
      let back = byte & 127
      while (byte >= 128 && back < 2 ** 40) back = (back + 1) * 128 + ((byte = next()) & 127)
      baseAt = at - back
      if (back === 0 || baseAt < 12) throw new FileRefusal('damaged', 'a delta without a base')
    } else if (kind === 7) {
      baseId = head.subarray(i, i + 20).toString('hex')
      i += 20
    } else if (kind === 0 || kind === 5) throw new FileRefusal('damaged', 'a pack')
    return { kind, size, dataAt: at + i, baseAt, baseId }
  }

  /** No more is inflated than the entry declares; what zlib makes of so many bytes is never much longer than they are. */
  #inflate({ dataAt, size }: Entry): Buffer {
    const length = Math.min(size + (size >> 8) + 128, this.#packSize - dataAt)
    return inflate(this.#bytes(this.#pack, dataAt, length), size)
  }

  /** One id of the index, in a place that the next one overwrites: a search asks for a dozen. */
  #probe(at: number): Buffer {
    if (readSync(this.#index, this.#probed, 0, 20, at) < 20) throw new FileRefusal('truncated', 'the index of a pack')
    return this.#probed
  }

  #bytes(file: number, at: number, length: number): Buffer {
    if (length <= 0) throw new FileRefusal('truncated', 'a pack')
    const bytes = Buffer.allocUnsafe(length)
    if (readSync(file, bytes, 0, length, at) < length) throw new FileRefusal('truncated', 'a pack')
    return bytes
  }
}

/** Exactly `size` bytes. Throws `FileRefusal` `damaged` where it is another number. */
function inflate(bytes: Buffer, size: number): Buffer {
  const data = inflateNoMore(bytes, size)
  if (data.length !== size) throw new FileRefusal('damaged', 'an object of another size')
  return data
}

/** Throws `FileRefusal` `too-large` where there is more than `most`. */
export function inflateNoMore(bytes: Buffer, most: number): Buffer {
  try {
    return inflateSync(bytes, {
      maxOutputLength: Math.max(1, most),
      chunkSize: Math.max(64, Math.min(most, 65_536) + 1)
    })
  } catch (error) {
    const isTooMuch = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw new FileRefusal(isTooMuch ? 'too-large' : 'damaged', isTooMuch ? `more than ${most} bytes` : 'an object')
  }
}
