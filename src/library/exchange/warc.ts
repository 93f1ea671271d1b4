import { constants, gunzipSync } from 'node:zlib'
import type { AboutFile } from '../../contract/importing.ts'
import { FileBytes } from './file-bytes.ts'
import { isGzip } from './gunzip.ts'
import { FileRefusal } from './read-file.ts'
import type { FormatReader, Opened } from './reader.ts'
import { bytesOf, momentOf, recordsOf, type Archive } from './warc-archive.ts'
import { archivedPages } from './warc-pages.ts'

/** Reads web archives: WARC (ISO 28500, 1.0 and 1.1) and ARC, plain or gzip. */
export const warcReader: FormatReader = {
  format: 'warc/1',
  fits: ({ head }) => beginsAsArchive(isGzip(head) ? firstUnpacked(head) : head),
  async *read(file, how) {
    let isEmpty = true
    for await (const found of archivedPages([archiveAt(file)], how, null)) {
      isEmpty = false
      yield found
    }
    if (isEmpty) throw new FileRefusal('no-article')
  },
  about: (file, { signal }) => aboutArchive(archiveAt(file), signal)
}

const archiveAt = ({ path, name, head }: Opened): Archive => ({
  name,
  open: async () => {
    const bytes = await FileBytes.open(path)
    return isGzip(head) ? await bytesOf(bytes, () => bytes.close()) : bytes
  }
})

const beginsAsArchive = (head: Buffer): boolean =>
  /^\s*(?:WARC\/\d\.\d|filedesc:\/\/)/.test(head.toString('latin1', 0, 64))

function firstUnpacked(head: Buffer): Buffer {
  try {
    return gunzipSync(head.subarray(0, 4096), { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    // Not packed after all, or broken within its first bytes: no format that is known.
    return Buffer.alloc(0)
  }
}

/** What the first record says of the program that wrote the archive. */
async function aboutArchive(archive: Archive, signal: AbortSignal): Promise<AboutFile> {
  const fields = new Map<string, string>()
  let madeAt: string | null = null
  try {
    for await (const record of recordsOf(archive, signal)) {
      if (record.kind !== 'record' || record.type !== 'warcinfo') break
      madeAt = momentOf(record.headers.get('warc-date') ?? '')
      const text = (await record.block.rest(65_536))?.toString('utf8') ?? ''
      for (const [, name, value] of text.matchAll(/^([\w-]+):[ \t]*(\S.*)$/gm))
        fields.set(name!.toLowerCase(), value!.trim())
      break
    }
  } catch (error) {
    // Told by the reading, which takes what there is.
    if (!(error instanceof FileRefusal)) throw error
  }
  const field = (name: string) => fields.get(name)?.slice(0, 500) ?? null
  const facts = { madeBy: field('operator'), software: field('software'), title: field('ispartof') }
  return { ...facts, madeAt, verdict: 'unchecked', findings: [] }
}
