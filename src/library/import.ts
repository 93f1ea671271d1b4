import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { ImportResult, Refusal } from '../contract/contract.ts'
import { textDirection } from '../domain/direction.ts'
import type { Content } from '../domain/revision.ts'
import { addStates, storeStates, type Added, type Provenance } from './add.ts'
import type { Document } from './exchange/document.ts'
import { isHistory, readHistory } from './exchange/history.ts'
import { readNewest } from './content.ts'
import { isSameArticle } from './exchange/kinship.ts'
import { inOrder } from './exchange/order.ts'
import { readPlainText } from './exchange/plain-text.ts'
import { FileRefusal, decodeText, largestFile, readTextFile, type FileText } from './exchange/read-file.ts'
import { addArticle, findByUrl, sharingBlocks, type ArticleFacts } from './store/articles.ts'
import { breathe } from './slices.ts'
import { blockHash } from './store/hash.ts'
import type { Store } from './store/open.ts'
import { newestRevision, revisionsOf, type RevisionRow } from './store/revisions.ts'

/** A text file that holds one state of an article. */
interface TextState extends FileText {
  readonly content: Content
}

type Read = ReadDocument | TextState

export interface ImportOptions {
  readonly now: Date
  /** Asked before each article; what it throws ends the import. */
  readonly mayWrite?: (() => Promise<void>) | undefined
  /** Told what was stored by an import that ended early. */
  readonly onStored?: ((result: ImportResult) => void) | undefined
}

/**
 * Takes files into the library: history files with all their captures, plain texts as states of one article each, those
 * that belong together becoming one article's revisions in order of time. An article is stored whole or not at all; a file
 * that is refused changes nothing, and the others go on. Importing the same again adds nothing.
 */
export async function importFiles(
  store: Store,
  paths: readonly string[],
  options: ImportOptions
): Promise<ImportResult> {
  const tally = new Tally(store)
  try {
    await takeFiles(store, paths, { ...options, tally })
  } catch (error) {
    options.onStored?.(tally.result())
    throw error
  }
  return tally.result()
}

interface Taking extends ImportOptions {
  readonly tally: Tally
}

/** Of more files than this the evidence alone is stored at once, and the rest soon after. */
const many = 30

/** A commit waits for the disk: in a large import so many states share one, which takes some 50 ms. */
const together = 50

async function takeFiles(
  store: Store,
  paths: readonly string[],
  { tally, now, mayWrite = breathe }: Taking
): Promise<void> {
  const texts: TextState[] = []
  const documents: ReadDocument[] = []
  const isMany = paths.length > many
  const commit = async () => {
    await mayWrite()
    for (const counted of importDocuments(store, documents.splice(0), isMany)) tally.count(...counted)
    await breathe()
  }
  for (const path of paths) {
    const read = await readOne(path, tally)
    if (read === null) continue
    if ('document' in read) documents.push(read)
    else texts.push(read)
    const states = documents.reduce((sum, { document }) => sum + document.states.length, 0)
    if (states > (isMany ? together : 0)) await commit()
  }
  if (documents.length > 0) await commit()
  for (const group of groupByArticle(texts)) {
    await mayWrite()
    tally.count(...importTexts(store, group, 'Files', now))
    await breathe()
  }
}

/** Takes one pasted text, seen now. */
export function importText(store: Store, text: string, now: Date): ImportResult {
  const tally = new Tally(store)
  tally.guard('', () => {
    const bytes = Buffer.from(text)
    if (bytes.length > largestFile) throw new FileRefusal('too-large', String(bytes.length))
    const file: FileText = { name: '', text: decodeText(bytes), bytes, modifiedAt: now.toISOString() }
    tally.count(...importTexts(store, [asTextState(file)], 'Pasted text', now))
  })
  return tally.result()
}

async function readOne(path: string, tally: Tally): Promise<Read | null> {
  try {
    const file = await readTextFile(path)
    return isHistory(file.text) ? { file, document: readHistory(file.text) } : asTextState(file)
  } catch (error) {
    tally.refuse(basename(path), error)
    return null
  }
}

function asTextState(file: FileText): TextState {
  const content = readPlainText(file.text)
  if (content === null) throw new FileRefusal('no-article')
  return { ...file, content }
}

function groupByArticle(texts: readonly TextState[]): TextState[][] {
  const groups: TextState[][] = []
  for (const text of texts) {
    const group = groups.find((members) => isSameArticle(members.at(-1)!.content, text.content))
    if (group === undefined) groups.push([text])
    else group.push(text)
  }
  return groups
}

type Counted = [article: number, isNew: boolean, added: readonly Added[]]

interface ReadDocument {
  readonly file: FileText
  readonly document: Document
}

/** In one transaction: where one fails, none is stored. */
function importDocuments(store: Store, documents: readonly ReadDocument[], isMany: boolean): Counted[] {
  const add = isMany ? storeStates : addStates
  return store.transaction(() => documents.map((read) => importDocument(store, read, add))).immediate()
}

function importDocument(store: Store, { document, file }: ReadDocument, add: typeof addStates): Counted {
  const { facts, states } = document
  const contents = states.flatMap(({ content }) => content ?? [])
  const known = facts.url === null ? findKin(store, contents) : findByUrl(store, facts.url)
  const article = known ?? addArticle(store, facts)
  return [article, known === undefined, add(store, article, states, provenanceOf(file, 'palimpsest-history/1'))]
}

function importTexts(store: Store, group: readonly TextState[], source: string, now: Date): Counted {
  return store
    .transaction((): Counted => {
      const known = findKin(
        store,
        group.map(({ content }) => content)
      )
      const article = known ?? addArticle(store, factsOf(group[0]!, source))
      const added = inOrder(group, now).flatMap((file) => {
        const { at, content } = file
        const state = { at, until: at, count: 1, outcome: 'changed', status: null, error: null, content } as const
        return addStates(store, article, [state], {
          ...provenanceOf(file, 'plain-text/1'),
          bodyHash: sha256(file.bytes),
          body: file.bytes
        })
      })
      return [article, known === undefined, added]
    })
    .immediate()
}

/** A history file holds many captures, so its own hash identifies none of them. */
const provenanceOf = ({ name }: FileText, extractor: string): Provenance => ({
  origin: name,
  bodyHash: null,
  extractor
})

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

function factsOf({ text }: TextState, source: string): ArticleFacts {
  return { source: { name: source, homepage: null, folder: null }, url: null, lang: null, dir: textDirection(text) }
}

/** The stored article that these texts are states of, if there is one. */
function findKin(store: Store, contents: readonly Content[]): number | undefined {
  const hashes = contents.flatMap(({ blocks }) => blocks.map(blockHash))
  return sharingBlocks(store, hashes).find((article) => {
    const stored = readNewest(store, article)
    return stored !== undefined && contents.some((content) => isSameArticle(stored, content))
  })
}

/** Counts what an import did. */
class Tally {
  readonly #articles = new Set<number>()
  readonly #refused: Refusal[] = []
  readonly #store: Store
  /** Ids are never given twice: what is newer was added by this import. */
  readonly #newest: number
  readonly #new = new Set<number>()
  #newRevisions = 0
  #alreadyThere = 0
  #deleted = 0

  constructor(store: Store) {
    this.#store = store
    this.#newest = newestRevision(store)
  }

  count(article: number, isNew: boolean, added: readonly Added[]): void {
    this.#articles.add(article)
    if (isNew) this.#new.add(article)
    this.#newRevisions += added.filter((one) => one === 'revision').length
    this.#alreadyThere += added.filter((one) => one === 'known').length
    this.#deleted += added.filter((one) => one === 'deleted').length
  }

  /** The versions that were added to articles that were there before. */
  #addedTo(): number[] {
    const known = [...this.#articles].filter((article) => !this.#new.has(article))
    // A check of our own may have added one meanwhile.
    const isAdded = (row: RevisionRow) => row.id > this.#newest && row.imported
    return known.flatMap((article) =>
      revisionsOf(this.#store, article)
        .filter(isAdded)
        .map(({ id }) => id)
    )
  }

  refuse(file: string, error: unknown): void {
    if (!(error instanceof FileRefusal)) throw error
    this.#refused.push({ file, code: error.code, detail: error.detail })
  }

  guard(file: string, work: () => void): void {
    try {
      work()
    } catch (error) {
      this.refuse(file, error)
    }
  }

  result(): ImportResult {
    return {
      articles: [...this.#articles],
      newArticles: this.#new.size,
      newRevisions: this.#newRevisions,
      alreadyThere: this.#alreadyThere,
      deleted: this.#deleted,
      refused: this.#refused,
      added: { articles: [...this.#new], revisions: this.#addedTo() }
    }
  }
}
