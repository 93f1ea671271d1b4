import { createHash } from 'node:crypto'
import type { RetentionPreview, RuledRevision, SourcedRule } from '../contract/keeping.ts'
import { ruling, type Protection } from '../domain/retention.ts'
import type { Store } from './store/open.ts'
import { freedBytes, longHistories, ruledVersions, titleOf, type ListedVersion } from './store/ruled.ts'
import type { Doomed } from './trash.ts'

/** What a rule would delete, and what there is to say of it before it does. */
export interface Ruled {
  readonly preview: RetentionPreview
  readonly doomed: readonly Doomed[]
}

const mostNamed = 20

/** Works out what a rule would delete of the library as it is, article by article; deletes nothing. */
export function* rulingOver(store: Store, rule: SourcedRule, now: Date): Generator<void, Ruled> {
  const found = new Findings(store)
  const above = rule.kind === 'most' ? rule.versions : 1
  for (let after = 0, page: number[] = [0]; page.length > 0; after = page.at(-1) ?? 0) {
    page = longHistories(store, { source: rule.source, above, after }, 200)
    for (const article of page) {
      const versions = ruledVersions(store, article)
      found.add(article, versions, ruling(versions, rule, now))
      yield
    }
  }
  return found.result()
}

type Ruling = ReturnType<typeof ruling>

class Findings {
  readonly #store: Store
  readonly #doomed: Doomed[] = []
  readonly #first: RuledRevision[] = []
  readonly #sources = new Map<number, { readonly id: number; readonly name: string; versions: number }>()
  readonly #digest = createHash('sha256')
  readonly #protects: Record<Protection, number> = {
    pinned: 0,
    cited: 0,
    exported: 0,
    noted: 0,
    newest: 0,
    first: 0,
    sole: 0
  }
  #versions = 0
  #bytes = 0

  constructor(store: Store) {
    this.#store = store
  }

  add(article: number, versions: readonly ListedVersion[], { deletes, protects }: Ruling): void {
    for (const { why } of protects) this.#protects[why]++
    if (deletes.length === 0) return
    this.#doomed.push({ article, revisions: deletes })
    this.#versions += deletes.length
    this.#bytes += freedBytes(this.#store, article, new Set(deletes))
    for (const id of deletes) this.#digest.update(`${id} `)
    this.#name(
      article,
      versions.filter(({ id }) => deletes.includes(id))
    )
  }

  #name(article: number, versions: readonly ListedVersion[]): void {
    const { sourceId, source, headline } = titleOf(this.#store, article)
    const counted = this.#sources.get(sourceId) ?? { id: sourceId, name: source, versions: 0 }
    counted.versions += versions.length
    this.#sources.set(sourceId, counted)
    for (const { id, label, at } of versions.slice(0, mostNamed - this.#first.length)) {
      this.#first.push({ revision: id, article, label, at, headline, source })
    }
  }

  result(): Ruled {
    return {
      doomed: this.#doomed,
      preview: {
        digest: this.#digest.digest('hex').slice(0, 16),
        articles: this.#doomed.length,
        versions: this.#versions,
        bytes: this.#bytes,
        sources: [...this.#sources.values()].toSorted((a, b) => b.versions - a.versions || a.id - b.id),
        first: this.#first,
        protects: this.#protects
      }
    }
  }
}
