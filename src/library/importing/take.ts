import { basename } from 'node:path'
import type { ImportProgress } from '../../contract/importing.ts'
import { openFile } from '../exchange/open-file.ts'
import type { Found, Loose, Reading } from '../exchange/reader.ts'
import { readerFor } from '../exchange/readers.ts'
import { breathe } from '../slices.ts'
import type { Store } from '../store/open.ts'
import { Batch, Source } from './batch.ts'
import { refusalOf, type Tally } from './tally.ts'
import { groupByArticle, storeLoose } from './unit.ts'

/** Of more files than this the evidence alone is stored at once, and the rest soon after. */
const many = 30

export interface Taking {
  readonly store: Store
  readonly tally: Tally
  readonly reading: Reading
  /** Asked before each transaction; what it throws ends the import. */
  readonly mayWrite: () => Promise<void>
  readonly onProgress: (progress: ImportProgress) => void
  /** Told of what is to be followed from now on. */
  readonly onFollow: (found: Extract<Found, { kind: 'follow' }>) => Promise<void>
}

/**
 * Reads files one after the other and stores what they hold as it comes: an article's states, or some fifty states, in a
 * transaction. A file or a record that is refused changes nothing, and the others go on.
 */
export async function takeFiles(taking: Taking, paths: readonly string[]): Promise<void> {
  const { reading, tally, store } = taking
  const batch = new Batch(taking, paths.length > many)
  const loose: Loose[] = []
  const sources: Source[] = []
  for (const [i, path] of paths.entries()) {
    if (reading.signal.aborted) break
    try {
      const file = await openFile(path)
      const reader = await readerFor(file)
      const source = new Source(file, reader.format)
      const place = { name: file.name, file: i + 1, files: paths.length }
      for await (const found of reader.read(file, reading)) {
        reading.signal.throwIfAborted()
        if (found.kind === 'document') await batch.add(found.document, source)
        else if (found.kind === 'loose') loose.push(found.loose)
        else await other(taking, source, found)
        const { articles, versions } = tally.sums
        taking.onProgress({ doing: 'adding', ...place, articles, versions })
      }
      if (source.refused > 0) sources.push(source)
      await batch.fileEnded()
    } catch (error) {
      if (!reading.signal.aborted) tally.refuse(basename(path), error)
    }
  }
  await batch.end()
  if (sources.length > 0) store.transaction(() => sources.forEach((source) => source.note(store))).immediate()
  await storeGroups(taking, loose)
}

type Other = Exclude<Found, { kind: 'document' | 'loose' }>

async function other({ tally, onFollow }: Taking, source: Source, found: Other): Promise<void> {
  if (found.kind === 'follow') return onFollow(found)
  source.refused += found.count ?? 1
  tally.refused(refusalOf(source.file.name, found))
}

/** Loose states wait until all are read: files given together may be states of one article. */
async function storeGroups({ store, tally, reading, mayWrite }: Taking, loose: readonly Loose[]): Promise<void> {
  for (const group of groupByArticle(loose)) {
    if (reading.signal.aborted) return
    await mayWrite()
    const from = { format: group[0]!.received.extractor ?? 'plain-text/1', source: 'Files', import: null }
    const counted = store.transaction(() => storeLoose(store, group, { ...from, now: reading.now })).immediate()
    tally.count(...counted)
    await breathe()
  }
}
