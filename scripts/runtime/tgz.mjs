import { createReadStream, createWriteStream } from 'node:fs'
import { basename } from 'node:path'
import { pipeline } from 'node:stream'
import { pipeline as finished } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'

const BLOCK = 512 // a tar file is made of blocks of this many bytes

/**
 * Writes one member of a .tgz to a file, without unpacking the rest.
 * @param {string} tgz path of the archive
 * @param {string} member name of the wanted member (at most 100 bytes: long-name headers are not read)
 * @param {string} to path of the file to write
 * @returns {Promise<void>}
 * @throws {Error} when the archive is damaged or does not hold the whole member
 */
export async function takeFromTgz(tgz, member, to) {
  const unzipped = pipeline(createReadStream(tgz), createGunzip(), () => {})
  const missing = new Error(`${member} is not (whole) in ${basename(tgz)}`)
  const next = byCount(unzipped)
  try {
    for (;;) {
      const { name, size } = memberOf(await collect(next(BLOCK)), missing)
      if (name === member) return await finished(whole(next(size), size, missing), createWriteStream(to))
      for await (const _ of next(Math.ceil(size / BLOCK) * BLOCK)) continue
    }
  } finally {
    unzipped.destroy()
  }
}

/**
 * @param {Buffer} header
 * @param {Error} missing what to throw when this is no header: the archive has ended
 */
function memberOf(header, missing) {
  if (header.length < BLOCK || header[0] === 0) throw missing
  const name = header.toString('utf8', 0, 100).split('\0', 1)[0]
  return { name, size: parseInt(header.toString('latin1', 124, 136), 8) }
}

/**
 * A stream's bytes, asked for by count: each call yields the next so many of them, in pieces, or fewer at the end.
 * @param {AsyncIterable<Buffer>} stream
 */
function byCount(stream) {
  const chunks = stream[Symbol.asyncIterator]()
  /** @type {Buffer} */
  let rest = Buffer.alloc(0)
  return async function* (/** @type {number} */ count) {
    for (let left = count; left > 0;) {
      if (rest.length === 0) {
        const chunk = await chunks.next()
        if (chunk.done) return
        rest = chunk.value
      }
      const piece = rest.subarray(0, left)
      rest = rest.subarray(piece.length)
      left -= piece.length
      yield piece
    }
  }
}

/** @param {AsyncIterable<Buffer>} pieces */
async function collect(pieces) {
  const all = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

/**
 * @param {AsyncIterable<Buffer>} pieces
 * @param {number} size
 * @param {Error} missing
 */
async function* whole(pieces, size, missing) {
  let count = 0
  for await (const piece of pieces) {
    count += piece.length
    yield piece
  }
  if (count < size) throw missing
}
