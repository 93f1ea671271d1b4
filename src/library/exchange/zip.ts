import { buffer } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { FileRefusal } from './read-file.ts'

/** A file in an archive: its name is relative, with `/` between folders, and leaves none. */
interface ZipEntry {
  readonly name: string
  /** In bytes, unpacked: what the archive declares, and what a read is held to. */
  readonly size: number
  readonly modifiedAt: Date
}

/** A ZIP archive that was looked through and may be read. */
export interface Zip {
  readonly entries: readonly ZipEntry[]
  readonly has: (name: string) => boolean
  /** The bytes of a file in it, no more than `most`. Throws `FileRefusal`. */
  readonly read: (name: string, most: number) => Promise<Buffer>
  /** The same as a stream, which ends with an error where the file is not what the archive declares. */
  readonly stream: (name: string) => Promise<Readable>
  readonly close: () => void
}

export interface ZipLimits {
  readonly entries: number
  /** Unpacked, all together, in bytes. */
  readonly bytes: number
}

const usualLimits: ZipLimits = { entries: 200_000, bytes: 20 * 2 ** 30 }
/** Deflate does not do better than about 1:1032; texts come to some 1:20. Above this a large file is a bomb. */
const mostRatio = 200
const largeFile = 50 * 2 ** 20
const symbolicLink = 0o120000

/**
 * Opens a ZIP archive (PKWARE APPNOTE) by its central directory, as a hostile one: all names, sizes and kinds of its files
 * are looked at before anything is read. Throws `FileRefusal`: `unsafe` for names that leave their folder or meet, links
 * and bombs; `encrypted`; `damaged` for what is no archive or a broken one. Nothing is ever unpacked to a disk.
 */
export async function openZip(path: string, limits: ZipLimits = usualLimits): Promise<Zip> {
  const file = await named(() => openPromise(path, { autoClose: false, strictFileNames: true, lazyEntries: true }))
  try {
    const entries = await named(() => readEntries(file, limits))
    return asZip(file, entries)
  } catch (error) {
    file.close()
    throw error
  }
}

/** The bytes of a file in an archive, piece by piece. Throws `FileRefusal` where it is not what the archive declares. */
export async function* chunksOf(zip: Zip, name: string): AsyncGenerator<Buffer> {
  const stream = await zip.stream(name)
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  try {
    for (;;) {
      const next = await named(() => chunks.next())
      if (next.done === true) return
      yield next.value
    }
  } finally {
    stream.destroy()
  }
}

/** Whether bytes begin as a ZIP archive does. */
export const beginsAsZip = (head: Buffer): boolean => head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))

async function readEntries(file: ZipFile, limits: ZipLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  const folded = new Set<string>()
  let bytes = 0
  if (file.entryCount > limits.entries) throw new FileRefusal('unsafe', `${file.entryCount} files`)
  for await (const entry of file.eachEntry()) {
    check(entry)
    bytes += entry.uncompressedSize
    if (bytes > limits.bytes) throw new FileRefusal('unsafe', `more than ${limits.bytes} bytes unpacked`)
    if (entry.fileName.endsWith('/')) continue
    const key = entry.fileName.normalize('NFC').toLowerCase()
    if (folded.has(key)) throw new FileRefusal('unsafe', `two files named ${entry.fileName}`)
    folded.add(key)
    entries.set(entry.fileName, entry)
  }
  return entries
}

/** Names that only one system forbids are refused on all: an archive is the same everywhere. */
const unsafeName = /\p{Cc}|^\/|^[a-z]:|\\|(?:^|\/)\.\.(?:\/|$)|(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\/|$)|[ .](?:\/|$)|[<>:"|?*]/iu // prettier-ignore

function check(entry: Entry): void {
  const { fileName, uncompressedSize, compressedSize, externalFileAttributes } = entry
  if (entry.isEncrypted()) throw new FileRefusal('encrypted', fileName)
  if (unsafeName.test(fileName.replace(/\/$/, '')))
    throw new FileRefusal('unsafe', `the name ${JSON.stringify(fileName)}`)
  if (((externalFileAttributes >>> 16) & 0o170000) === symbolicLink)
    throw new FileRefusal('unsafe', `${fileName} is a link`)
  if (uncompressedSize > largeFile && uncompressedSize > compressedSize * mostRatio)
    throw new FileRefusal('unsafe', `${fileName} unpacks to ${uncompressedSize} bytes`)
}

function asZip(file: ZipFile, entries: ReadonlyMap<string, Entry>): Zip {
  const find = (name: string): Entry => {
    const entry = entries.get(name)
    if (entry === undefined) throw new FileRefusal('needs-files', name)
    return entry
  }
  const stream = (name: string) => named(() => file.openReadStreamPromise(find(name)))
  return {
    entries: [...entries.values()].map((entry) => ({
      name: entry.fileName,
      size: entry.uncompressedSize,
      modifiedAt: entry.getLastModDate()
    })),
    has: (name) => entries.has(name),
    read: async (name, most) => {
      const { uncompressedSize } = find(name)
      if (uncompressedSize > most) throw new FileRefusal('too-large', `${name}: ${uncompressedSize} bytes`)
      return await named(async () => buffer(await stream(name)))
    },
    stream,
    close: () => file.close()
  }
}

/** What yauzl says of a broken archive is its message alone. */
async function named<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof FileRefusal) throw error
    const message = error instanceof Error ? error.message : String(error)
    if (/absolute path|invalid relative path|invalid characters in fileName/.test(message))
      throw new FileRefusal('unsafe', message)
    if (/encrypt/.test(message)) throw new FileRefusal('encrypted', message)
    const code = (error as NodeJS.ErrnoException).code
    throw new FileRefusal(code === undefined || code.startsWith('Z_') ? 'damaged' : 'unreadable', message)
  }
}
