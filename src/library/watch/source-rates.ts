import type { CheckHistory } from '../../domain/schedule.ts'
import type { Store } from '../store/open.ts'
import { pluck, prepare } from '../store/statement.ts'

type Rate = Pick<CheckHistory, 'changes' | 'expected'>

/** So long is what was added up believed, in milliseconds: it moves slowly, and a source can have thousands of articles. */
const lasts = 10 * 60_000

/** How much the articles of a source have changed together, against what was expected of them. */
export class SourceRates {
  readonly #store: Store
  readonly #known = new Map<number, { readonly rate: Rate; readonly until: number }>()

  constructor(store: Store) {
    this.#store = store
  }

  /** Of the source of an article, at a time in milliseconds. */
  of(article: number, now: number): Rate | undefined {
    const source = pluck<[number], number>(this.#store, 'SELECT source_id FROM article WHERE id = ?').get(article)
    if (source === undefined) return undefined
    const known = this.#known.get(source)
    if (known !== undefined && known.until > now) return known.rate
    const rate = this.#add(source)
    this.#known.set(source, { rate, until: now + lasts })
    return rate
  }

  #add(source: number): Rate {
    return prepare<[number], Rate>(
      this.#store,
      `SELECT coalesce(sum(t.history ->> '$.changes'), 0) AS changes, coalesce(sum(t.history ->> '$.expected'), 0) AS expected
       FROM article a JOIN tracking t ON t.article_id = a.id WHERE a.source_id = ?`
    ).get(source)!
  }
}
