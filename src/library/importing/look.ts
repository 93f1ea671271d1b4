import { basename } from 'node:path'
import type { ImportProgress, Looked, LookedFile, Refusal } from '../../contract/importing.ts'
import { mostRefusals } from '../../contract/importing.ts'
import type { Document } from '../exchange/document.ts'
import { openFile } from '../exchange/open-file.ts'
import { FileRefusal } from '../exchange/read-file.ts'
import type { Found, Loose, Opened, Reading } from '../exchange/reader.ts'
import { readerFor } from '../exchange/readers.ts'
import { breathe } from '../slices.ts'
import type { Store } from '../store/open.ts'
import { contentHash } from '../store/revisions.ts'
import { refusalOf } from './tally.ts'
import { groupByArticle, storeDocument, storeLoose, type Counted } from './unit.ts'

export interface Looking {
  readonly store: Store
  readonly reading: Reading
  readonly onProgress: (progress: ImportProgress) => void
  /** Nothing may be written, not even to be taken back: what is known already cannot be told then. */
  readonly readOnly: boolean
}

/**
 * Reads files as an import does, and counts what it would do. States of articles that are there are stored and taken back
 * at once, in one transaction an article, so that the counts are those of the import itself.
 */
export async function lookInto(looking: Looking, paths: readonly string[]): Promise<Looked> {
  const look = new Look(looking)
  for (const [i, path] of paths.entries()) {
    if (looking.reading.signal.aborted) break
    await look.file(path, { file: i + 1, files: paths.length })
  }
  return look.result()
}

interface Holding {
  format: string | null
  articles: Set<string>
  versions: number
  from: string | null
  to: string | null
  isZoneGuessed: boolean
}

class Look {
  readonly #looking: Looking
  readonly #files: LookedFile[] = []
  readonly #refused: Refusal[] = []
  readonly #loose: Loose[] = []
  /** New articles by their address, and how many name none. */
  readonly #fresh = new Set<string>()
  #counts = { newRevisions: 0, alreadyThere: 0, deleted: 0, feeds: 0, addresses: 0, refusedCount: 0 }

  constructor(looking: Looking) {
    this.#looking = looking
  }

  async file(path: string, place: Pick<ImportProgress, 'file' | 'files'>): Promise<void> {
    const { reading, onProgress } = this.#looking
    const name = basename(path)
    const holding: Holding = emptyHolding()
    let about: LookedFile['about'] = null
    try {
      const file = await openFile(path)
      const reader = await readerFor(file)
      holding.format = reader.format
      about = (await reader.about?.(file, reading)) ?? null
      for await (const found of reader.read(file, reading)) {
        reading.signal.throwIfAborted()
        await this.#one(file, reader.format, found, holding)
        const { articles, versions } = { articles: holding.articles.size, versions: holding.versions }
        onProgress({ doing: 'looking', name, ...place, articles, versions })
      }
    } catch (error) {
      if (!reading.signal.aborted) this.#refuse(name, error)
    }
    const { articles, ...rest } = holding
    this.#files.push({ name, ...rest, articles: articles.size, about })
  }

  async #one(file: Opened, format: string, found: Found, holding: Holding): Promise<void> {
    if (found.kind === 'document') {
      if (found.isZoneGuessed === true) holding.isZoneGuessed = true
      hold(holding, found.document)
      this.#count(found.document, this.#known(file, format, found.document))
      await breathe()
    } else if (found.kind === 'loose') {
      this.#loose.push(found.loose)
      holding.versions++
      holding.articles.add(`loose ${this.#loose.length}`)
    } else if (found.kind === 'follow') this.#counts[found.feed ? 'feeds' : 'addresses']++
    else this.#refuseRecord(refusalOf(file.name, found))
  }

  /** What an import would come to, for an article that is there; undefined for a new one. */
  #known({ name }: Opened, format: string, document: Document): Counted | undefined {
    const { store, readOnly } = this.#looking
    if (readOnly) return undefined
    const counted = tried(store, () => storeDocument(store, document, { name, format, import: null }, true))
    return counted[1] ? undefined : counted
  }

  #count({ facts, states }: Document, known: Counted | undefined): void {
    if (known !== undefined) return this.#add(known[2])
    this.#fresh.add(facts.url ?? `#${this.#fresh.size}`)
    let before = ''
    for (const { content } of states.filter((state) => state.content !== null).sort((a, b) => (a.at < b.at ? -1 : 1))) {
      const hash = contentHash(content!).toString('hex')
      if (hash !== before) this.#counts.newRevisions++
      before = hash
    }
  }

  #add(added: Counted[2]): void {
    for (const one of added) {
      if (one === 'revision') this.#counts.newRevisions++
      else if (one === 'known') this.#counts.alreadyThere++
      else if (one === 'deleted') this.#counts.deleted++
    }
  }

  #refuse(file: string, error: unknown): void {
    if (!(error instanceof FileRefusal)) throw error
    this.#refuseRecord({ file, code: error.code, detail: error.detail })
  }

  #refuseRecord(refusal: Refusal): void {
    this.#counts.refusedCount += refusal.count ?? 1
    if (this.#refused.length < mostRefusals) this.#refused.push(refusal)
  }

  result(): Looked {
    const { store, reading, readOnly } = this.#looking
    for (const group of groupByArticle(this.#loose)) {
      const from = { format: group[0]!.received.extractor ?? 'plain-text/1', source: 'Files', import: null }
      const counted: Counted = readOnly
        ? [0, true, group.map(() => 'revision')]
        : tried(store, () => storeLoose(store, group, { ...from, now: reading.now }))
      if (counted[1]) this.#fresh.add(`#${this.#fresh.size}`)
      this.#add(counted[2])
    }
    const isStopped = reading.signal.aborted
    return { files: this.#files, newArticles: this.#fresh.size, ...this.#counts, refused: this.#refused, isStopped }
  }
}

const emptyHolding = (): Holding => ({
  format: null,
  articles: new Set(),
  versions: 0,
  from: null,
  to: null,
  isZoneGuessed: false
})

function hold(holding: Holding, { facts, states }: Document): void {
  holding.articles.add(facts.url ?? `#${holding.articles.size}`)
  for (const { at, until, content } of states) {
    if (content !== null) holding.versions++
    if (holding.from === null || at < holding.from) holding.from = at
    if (holding.to === null || until > holding.to) holding.to = until
  }
}

/** Carried by what undoes a transaction whose answer is wanted all the same. */
class TakenBack<T> extends Error {
  readonly value: T
  constructor(value: T) {
    super('taken back')
    this.value = value
  }
}

function tried<T>(store: Store, work: () => T): T {
  try {
    store
      .transaction(() => {
        throw new TakenBack(work())
      })
      .immediate()
  } catch (error) {
    if (error instanceof TakenBack) return error.value as T
    throw error
  }
  throw new Error('a transaction that was to be taken back was not')
}
