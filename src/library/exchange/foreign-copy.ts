import { constants, createWriteStream } from 'node:fs'
import { copyFile, lstat, open, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { byteStream, isGzip } from './byte-stream.ts'
import { FileRefusal } from './read-file.ts'
import type { Opened, Reading } from './reader.ts'

/** In bytes. The largest database of a tracker that is known has some 10 GB. */
const largestDatabase = 20 * 2 ** 30
/** What is left free on the disk that the copy is made on, in bytes. */
const spared = 200 * 2 ** 20
const askedEach = 64 * 2 ** 20

/**
 * Copies somebody else's SQLite file, unpacked where it is packed by gzip, to where SQLite may put what it needs beside it.
 * Its write-ahead log is copied with it, as the newest rows may stand there alone. A rollback journal is not: SQLite deletes
 * what file a journal names, so that a file of which a write was never finished is refused. Throws `FileRefusal`.
 */
export async function foreignCopy(file: Opened, how: Reading): Promise<string> {
  await refuseUnfinished(file)
  return isGzip(file.head) ? unpacked(file, how) : copied(file, how)
}

async function refuseUnfinished({ path }: Opened): Promise<void> {
  const journal = `${path}-journal`
  if (!(await isFile(journal))) return
  const file = await open(journal, constants.O_RDONLY)
  try {
    const { buffer } = await file.read(Buffer.alloc(8), 0, 8, 0)
    // The mark of a journal that is to be played back (sqlite.org/fileformat2.html, 3).
    if (buffer.toString('hex') === 'd9d505f920a163d7')
      throw new FileRefusal('damaged', 'a write was never finished; open it once with the program it belongs to')
  } finally {
    await file.close()
  }
}

async function copied({ path, size }: Opened, { scratch }: Reading): Promise<string> {
  if (size > largestDatabase) throw new FileRefusal('too-large', `${size} bytes`)
  const folder = await scratch()
  const log = `${path}-wal`
  const logSize = (await isFile(log)) ? (await lstat(log)).size : 0
  await refuseFullDisk(folder, size + logSize)
  const copy = join(folder, 'copy.db')
  await copyFile(path, copy, constants.COPYFILE_FICLONE)
  if (logSize > 0) await copyFile(log, `${copy}-wal`, constants.COPYFILE_FICLONE)
  return copy
}

async function unpacked(file: Opened, { scratch, signal }: Reading): Promise<string> {
  const folder = await scratch()
  const copy = join(folder, 'copy.db')
  await pipeline(withRoom(byteStream(file, signal), folder), createWriteStream(copy))
  return copy
}

/** Of a file that is packed, nobody knows how large it is. */
async function* withRoom(parts: AsyncIterable<Buffer>, folder: string): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const part of parts) {
    if (bytes % askedEach < part.length) await refuseFullDisk(folder, part.length)
    bytes += part.length
    if (bytes > largestDatabase) throw new FileRefusal('too-large', `more than ${largestDatabase} bytes`)
    yield part
  }
}

async function refuseFullDisk(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bytes + spared > bavail * bsize) throw new FileRefusal('too-large', `no room for a copy of ${bytes} bytes`)
}

/** A link or a pipe of that name is not what the program wrote. */
async function isFile(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null))?.isFile() === true
}
