import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Document } from '../exchange/document.ts'
import { FileRefusal } from '../exchange/read-file.ts'
import type { Opened, Reading } from '../exchange/reader.ts'
import { breathe } from '../slices.ts'
import { addImport, countImport } from '../store/imports.ts'
import type { Store } from '../store/open.ts'
import type { Tally } from './tally.ts'
import { storeDocument, type Counted } from './unit.ts'

/** A commit waits for the disk: in a large import so many states share one, which takes some 50 ms. */
const together = 50

/** Up to so many states everything is derived at once, so that search and lists know it when the import is done. */
const few = 500

/** A file that is being read, and what came of it so far. */
export class Source {
  readonly file: Opened
  readonly format: string
  refused = 0
  #id: number | null = null
  #hash: Buffer | null | undefined
  readonly #articles = new Set<number>()
  #versions = 0
  #alreadyThere = 0

  constructor(file: Opened, format: string) {
    this.file = file
    this.format = format
  }

  /** Works out the hash of the file, which is kept with the import; once. */
  async prepare(): Promise<void> {
    if (this.#hash === undefined) this.#hash = await hashOf(this.file)
  }

  /** The id of this file's import, noted where it is the first time. In the caller's transaction. */
  import(store: Store, { now, zone }: Reading): number {
    const { format } = this
    const facts = { at: now.toISOString(), name: this.file.name, format, hash: this.#hash ?? null, zone }
    return (this.#id ??= addImport(store, facts))
  }

  count([article, , added]: Counted): void {
    this.#articles.add(article)
    this.#versions += added.filter((one) => one === 'revision').length
    this.#alreadyThere += added.filter((one) => one === 'known').length
  }

  /** Writes down what came of it, where anything did. In the caller's transaction. */
  note(store: Store): void {
    if (this.#id === null) return
    const counts = { versions: this.#versions, alreadyThere: this.#alreadyThere, refused: this.refused }
    countImport(store, this.#id, { articles: this.#articles.size, ...counts })
  }
}

interface Waiting {
  readonly document: Document
  readonly source: Source
}

interface BatchOptions {
  readonly store: Store
  readonly tally: Tally
  readonly reading: Reading
  readonly mayWrite: () => Promise<void>
}

/** Gathers documents until they are worth a commit. */
export class Batch {
  readonly #options: BatchOptions
  #waiting: Waiting[] = []
  #states = 0
  #seen = 0
  /** Whether the evidence alone is stored, and the rest is derived soon after. */
  #isMany: boolean

  constructor(options: BatchOptions, isMany: boolean) {
    this.#options = options
    this.#isMany = isMany
  }

  async add(document: Document, source: Source): Promise<void> {
    for (const part of parts(document)) {
      this.#waiting.push({ document: part, source })
      this.#states += part.states.length
      if (this.#states < together) continue
      this.#seen += this.#states
      this.#isMany ||= this.#seen > few
      await this.#commit()
    }
  }

  /** Stores what waits, where a file was read to its end and few are read. */
  async fileEnded(): Promise<void> {
    if (!this.#isMany) await this.#commit()
  }

  async end(): Promise<void> {
    await this.#commit()
  }

  async #commit(): Promise<void> {
    const { store, tally, reading, mayWrite } = this.#options
    if (this.#waiting.length === 0) return
    const waiting = this.#waiting.splice(0)
    this.#states = 0
    const sources = new Set(waiting.map(({ source }) => source))
    for (const source of sources) await source.prepare()
    await mayWrite()
    const counted = store.transaction(() => waiting.map((one) => this.#store(one))).immediate()
    for (const one of counted) tally.count(...one)
    if (!reading.signal.aborted) await breathe()
  }

  #store({ document, source }: Waiting): Counted {
    const { store, reading } = this.#options
    const from = { name: source.file.name, format: source.format, import: source.import(store, reading) }
    const counted = storeDocument(store, document, from, this.#isMany)
    source.count(counted)
    source.note(store)
    return counted
  }
}

/** A long history in parts of which each is soon stored; a short one whole. */
function* parts(document: Document): Generator<Document> {
  const { states, notes, first = states[0] } = document
  if (states.length <= 4 * together) return yield document
  for (let at = 0; at < states.length; at += together) {
    const isLast = at + together >= states.length
    yield { ...document, first, states: states.slice(at, at + together), notes: isLast ? notes : undefined }
  }
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
