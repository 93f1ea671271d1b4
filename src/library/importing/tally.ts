import { mostRefusals, type ImportResult, type Refusal } from '../../contract/importing.ts'
import type { Added } from '../add.ts'
import { FileRefusal } from '../exchange/read-file.ts'
import type { Found } from '../exchange/reader.ts'
import type { Store } from '../store/open.ts'
import { newestRevision, revisionsOf, type RevisionRow } from '../store/revisions.ts'

/** A record that was refused, as it is told. */
export function refusalOf(file: string, found: Extract<Found, { kind: 'refused' }>): Refusal {
  const { record, code, detail, count } = found
  return {
    file,
    ...(record === '' ? {} : { record }),
    code,
    detail,
    ...(count === undefined ? {} : { count })
  }
}

/** Counts what an import did. */
export class Tally {
  readonly #articles = new Set<number>()
  readonly #refused: Refusal[] = []
  readonly #store: Store
  /** Ids are never given twice: what is newer was added by this import. */
  readonly #newest: number
  readonly #new = new Set<number>()
  #refusedCount = 0
  #newRevisions = 0
  #alreadyThere = 0
  #deleted = 0
  isStopped = false

  constructor(store: Store) {
    this.#store = store
    this.#newest = newestRevision(store)
  }

  count(article: number, isNew: boolean, added: readonly Added[]): void {
    this.#articles.add(article)
    if (isNew) this.#new.add(article)
    for (const one of added) {
      if (one === 'revision') this.#newRevisions++
      else if (one === 'known') this.#alreadyThere++
      else if (one === 'deleted') this.#deleted++
    }
  }

  /** How many articles, versions, known states and refusals there are so far. */
  get sums() {
    return {
      articles: this.#articles.size,
      versions: this.#newRevisions,
      alreadyThere: this.#alreadyThere,
      refused: this.#refusedCount
    }
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

  /** Takes down why a file was refused; throws what is no refusal. */
  refuse(file: string, error: unknown): void {
    if (!(error instanceof FileRefusal)) throw error
    this.refused({ file, code: error.code, detail: error.detail })
  }

  refused(refusal: Refusal): void {
    this.#refusedCount += refusal.count ?? 1
    if (this.#refused.length < mostRefusals) this.#refused.push(refusal)
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
      refusedCount: this.#refusedCount,
      added: { articles: [...this.#new], revisions: this.#addedTo() },
      ...(this.isStopped ? { isStopped: true } : {})
    }
  }
}
