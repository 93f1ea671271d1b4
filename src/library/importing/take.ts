import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { ImportProgress } from '../../contract/importing.ts'
import type { Document } from '../exchange/document.ts'
import { openFile } from '../exchange/open-file.ts'
import { FileRefusal } from '../exchange/read-file.ts'
import type { Found, FormatReader, Loose, Opened, Reading } from '../exchange/reader.ts'
import { readerFor } from '../exchange/readers.ts'
import { breathe } from '../slices.ts'
import { addImport, countImport } from '../store/imports.ts'
import type { Store } from '../store/open.ts'
import type { Tally } from './tally.ts'
import { groupByArticle, storeDocument, storeLoose, type Origin } from './unit.ts'

/** Of more files than this the evidence alone is stored at once, and the rest soon after. */
const many = 30

/** A commit waits for the disk: in a large import so many states share one, which takes some 50 ms. */
const together = 50

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
 * Reads files one after the other and stores what they hold as it comes: an article's states, or some fifty states of one
 * article, in a transaction. A file or a record that is refused changes nothing, and the others go on.
 */
export async function takeFiles(taking: Taking, paths: readonly string[]): Promise<void> {
  const loose: Loose[] = []
  const isMany = paths.length > many
  for (const [i, path] of paths.entries()) {
    const place = { file: i + 1, files: paths.length }
    try {
      const file = await openFile(path)
      const reader = await readerFor(file)
      await new FileTaking(taking, file, reader, { isMany, place, loose }).take()
    } catch (error) {
      if (taking.reading.signal.aborted) break
      taking.tally.refuse(basename(path), error)
    }
  }
  await storeGroups(taking, loose)
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

interface Place {
  readonly isMany: boolean
  readonly place: Pick<ImportProgress, 'file' | 'files'>
  readonly loose: Loose[]
}

class FileTaking {
  readonly #taking: Taking
  readonly #file: Opened
  readonly #reader: FormatReader
  readonly #place: Place
  #waiting: Document[] = []
  #states = 0
  #isMany: boolean
  #import: number | null = null
  #hash: Buffer | null = null

  constructor(taking: Taking, file: Opened, reader: FormatReader, place: Place) {
    this.#taking = taking
    this.#file = file
    this.#reader = reader
    this.#place = place
    this.#isMany = place.isMany
  }

  async take(): Promise<void> {
    const { reading, tally } = this.#taking
    this.#tell()
    const before = tally.sums
    try {
      for await (const found of this.#reader.read(this.#file, reading)) {
        reading.signal.throwIfAborted()
        await this.#one(found)
      }
    } finally {
      if (this.#waiting.length > 0) await this.#commit()
      this.#close(before)
    }
  }

  async #one(found: Found): Promise<void> {
    const { tally, onFollow } = this.#taking
    const file = this.#file.name
    if (found.kind === 'loose') this.#place.loose.push(found.loose)
    else if (found.kind === 'follow') await onFollow(found)
    else if (found.kind === 'refused') tally.refused({ file, ...found })
    else for (const part of parts(found.document)) await this.#wait(part)
  }

  async #wait(part: Document): Promise<void> {
    this.#waiting.push(part)
    this.#states += part.states.length
    if (this.#states < together) return
    this.#isMany = true
    await this.#commit()
    this.#tell()
  }

  async #commit(): Promise<void> {
    const { store, tally, mayWrite } = this.#taking
    await mayWrite()
    const documents = this.#waiting.splice(0)
    this.#states = 0
    this.#hash ??= await hashOf(this.#file)
    const counted = store
      .transaction(() => {
        const from = this.#origin()
        return documents.map((document) => storeDocument(store, document, from, this.#isMany))
      })
      .immediate()
    for (const one of counted) tally.count(...one)
    await breathe()
  }

  #origin(): Origin {
    const { store, reading } = this.#taking
    const { format } = this.#reader
    const { name } = this.#file
    const facts = { at: reading.now.toISOString(), name, format, hash: this.#hash, zone: reading.zone }
    this.#import ??= addImport(store, facts)
    return { name, format, import: this.#import }
  }

  #close(before: Tally['sums']): void {
    if (this.#import === null) return
    const { store, tally } = this.#taking
    const now = tally.sums
    countImport(store, this.#import, {
      articles: now.articles - before.articles,
      versions: now.versions - before.versions,
      alreadyThere: now.alreadyThere - before.alreadyThere,
      refused: now.refused - before.refused
    })
  }

  #tell(): void {
    const { articles, versions } = this.#taking.tally.sums
    this.#taking.onProgress({ doing: 'adding', name: this.#file.name, ...this.#place.place, articles, versions })
  }
}

/** A long history in parts of which each is soon stored; a short one whole. */
function* parts(document: Document): Generator<Document> {
  const { states, first = states[0] } = document
  if (states.length <= 4 * together) return yield document
  for (let at = 0; at < states.length; at += together)
    yield { ...document, first, states: states.slice(at, at + together) }
}

async function hashOf({ path, isFolder }: Opened): Promise<Buffer | null> {
  if (isFolder) return null
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  } catch (error) {
    throw new FileRefusal('unreadable', (error as NodeJS.ErrnoException).code)
  }
  return hash.digest()
}
