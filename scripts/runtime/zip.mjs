import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, relative, resolve } from 'node:path'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'

const DIRECTORY_END = 22 // bytes, before a comment of at most 65535
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 30 // bytes, before the name and the extra field
const STORED = 0
const LINK = 0o120000

/**
 * @typedef {{ name: string, method: number, compressed: number, size: number, mode: number, offset: number }} Entry
 * @typedef {import('node:fs/promises').FileHandle} FileHandle
 */

/**
 * The entries of a zip (no zip64, no encryption), from its central directory.
 * @param {FileHandle} handle
 * @returns {Promise<Entry[]>}
 * @throws {Error} when it is no zip, or a damaged one
 */
export async function zipEntries(handle) {
  const { size } = await handle.stat()
  const tail = await readAt(handle, Math.max(0, size - DIRECTORY_END - 0xffff), size)
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + DIRECTORY_END > tail.length) throw new Error('not a zip file')
  const start = tail.readUInt32LE(end + 16)
  const directory = await readAt(handle, start, start + tail.readUInt32LE(end + 12))
  const entries = []
  for (let at = 0, left = tail.readUInt16LE(end + 10); left > 0; left--) {
    const { entry, length } = entryAt(directory, at)
    entries.push(entry)
    at += length
  }
  return entries
}

/**
 * Unpacks the files of a zip for which `place(name)` gives a path below `dir`; the others are passed over.
 * @param {string} zip path of the archive
 * @param {string} dir
 * @param {(name: string) => string | null} place
 * @returns {Promise<number>} how many files were written
 * @throws {Error} when an entry would leave `dir`, is a link, or is damaged
 */
export async function unzip(zip, dir, place) {
  const handle = await open(zip)
  let files = 0
  try {
    for (const entry of await zipEntries(handle)) {
      const to = entry.name.endsWith('/') ? null : place(entry.name)
      if (!to) continue
      const target = safeTarget(entry, dir, to)
      await mkdir(dirname(target), { recursive: true })
      await unpack(zip, await dataStart(handle, entry), { entry, target })
      files++
    }
  } finally {
    await handle.close()
  }
  return files
}

/**
 * @param {FileHandle} handle
 * @param {number} start
 * @param {number} end
 */
async function readAt(handle, start, end) {
  const bytes = Buffer.alloc(end - start)
  await handle.read(bytes, 0, bytes.length, start)
  return bytes
}

/**
 * @param {Buffer} directory
 * @param {number} at
 * @returns {{ entry: Entry, length: number }}
 */
function entryAt(directory, at) {
  if (at + 46 > directory.length || directory.readUInt32LE(at) !== DIRECTORY_ENTRY) {
    throw new Error('damaged zip directory')
  }
  const nameLength = directory.readUInt16LE(at + 28)
  const entry = {
    name: directory.toString('utf8', at + 46, at + 46 + nameLength),
    method: directory.readUInt16LE(at + 10),
    compressed: directory.readUInt32LE(at + 20),
    size: directory.readUInt32LE(at + 24),
    mode: directory.readUInt32LE(at + 38) >>> 16,
    offset: directory.readUInt32LE(at + 42)
  }
  return { entry, length: 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32) }
}

/**
 * @param {Entry} entry
 * @param {string} dir
 * @param {string} to
 */
function safeTarget(entry, dir, to) {
  const target = resolve(dir, to)
  const inside = relative(dir, target)
  if (inside.startsWith('..') || isAbsolute(inside)) throw new Error(`${entry.name} would leave ${dir}`)
  if ((entry.mode & 0o170000) === LINK) throw new Error(`${entry.name} is a link`)
  return target
}

/**
 * Where an entry's bytes begin: the local header has a name and an extra field of lengths of its own.
 * @param {FileHandle} handle
 * @param {Entry} entry
 */
async function dataStart(handle, entry) {
  const local = await readAt(handle, entry.offset, entry.offset + LOCAL_HEADER)
  return entry.offset + LOCAL_HEADER + local.readUInt16LE(26) + local.readUInt16LE(28)
}

/**
 * @param {string} zip
 * @param {number} start
 * @param {{ entry: Entry, target: string }} what
 */
async function unpack(zip, start, { entry, target }) {
  const mode = entry.mode & 0o777 || 0o644
  if (entry.compressed === 0) return await writeFile(target, '', { mode })
  const source = createReadStream(zip, { start, end: start + entry.compressed - 1 })
  const out = createWriteStream(target, { mode })
  await pipeline(source, entry.method === STORED ? new PassThrough() : createInflateRaw(), out)
  if (out.bytesWritten !== entry.size) {
    throw new Error(`${entry.name}: ${out.bytesWritten} bytes instead of ${entry.size}`)
  }
}
