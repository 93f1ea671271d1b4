import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportProgress, ImportResult, Looked } from '../contract/importing.ts'
import { looseText } from './exchange/plain-text.ts'
import { FileRefusal, decodeText, largestFile, type FileText } from './exchange/read-file.ts'
import type { Found, Reading } from './exchange/reader.ts'
import { lookInto } from './importing/look.ts'
import { takeFiles } from './importing/take.ts'
import { Tally } from './importing/tally.ts'
import { storeLoose } from './importing/unit.ts'
import { breathe } from './slices.ts'
import type { Store } from './store/open.ts'
import type { PageReader } from './watch/reading.ts'

export interface ImportOptions {
  readonly now: Date
  /** The zone that holds for times without one. */
  readonly zone?: string | null | undefined
  readonly signal?: AbortSignal | undefined
  /** What reads pages; they are read here where it is not given. */
  readonly pages?: Pick<PageReader, 'read'> | undefined
  /** Asked before each transaction; what it throws ends the import. */
  readonly mayWrite?: (() => Promise<void>) | undefined
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined
  /** Told what was stored by an import that ended early. */
  readonly onStored?: ((result: ImportResult) => void) | undefined
  readonly onFollow?: ((found: Extract<Found, { kind: 'follow' }>) => Promise<void>) | undefined
  /** Another build of the SQLite addon than the package's own, where the runtime needs one. */
  readonly nativeBinding?: string | undefined
}

/**
 * Takes files and folders into the library, each read by the reader of its format; loose texts that belong together become
 * one article's revisions in order of time. One transaction an article, or fifty states of it; a file or record that is
 * refused changes nothing, and the others go on. Importing the same again adds nothing. Aborted, it keeps what it stored.
 */
export async function importFiles(
  store: Store,
  paths: readonly string[],
  options: ImportOptions
): Promise<ImportResult> {
  const tally = new Tally(store)
  const { mayWrite = breathe, onProgress = () => {}, onFollow = async () => {} } = options
  try {
    await withReading(options, (reading) => takeFiles({ store, tally, reading, mayWrite, onProgress, onFollow }, paths))
  } catch (error) {
    options.onStored?.(tally.result())
    throw error
  }
  tally.isStopped = options.signal?.aborted === true
  return tally.result()
}

/** What an import of these files would do; nothing is stored. */
export function lookIntoFiles(
  store: Store,
  paths: readonly string[],
  options: ImportOptions & { readonly readOnly: boolean }
): Promise<Looked> {
  const { readOnly, onProgress = () => {} } = options
  return withReading(options, (reading) => lookInto({ store, reading, onProgress, readOnly }, paths))
}

/** Takes one pasted text, seen now. */
export function importText(store: Store, text: string, now: Date): ImportResult {
  const tally = new Tally(store)
  tally.guard('', () => {
    const bytes = Buffer.from(text)
    if (bytes.length > largestFile) throw new FileRefusal('too-large', String(bytes.length))
    const file: FileText = { name: '', text: decodeText(bytes), bytes, modifiedAt: now.toISOString() }
    const group = [looseText(file)]
    const from = { format: 'plain-text/1', source: 'Pasted text', import: null, now }
    tally.count(...store.transaction(() => storeLoose(store, group, from)).immediate())
  })
  return tally.result()
}

/** Gives a reading what it may use, and clears up after it. */
async function withReading<T>(options: ImportOptions, work: (reading: Reading) => Promise<T>): Promise<T> {
  const { now, zone = null, signal = new AbortController().signal, nativeBinding } = options
  const pages = options.pages ?? { read: async (job) => (await import('./exchange/plain-pages.ts')).readHere(job) }
  const folders: string[] = []
  const scratch = async (): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'palimpsest-import-'))
    folders.push(folder)
    return folder
  }
  try {
    return await work({ now, zone, pages, signal, scratch, nativeBinding })
  } finally {
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
  }
}
