import { createHash } from 'node:crypto'
import { addStates, type Provenance } from '../../src/library/add.ts'
import type { State } from '../../src/library/exchange/document.ts'
import { addArticle, findByUrl } from '../../src/library/store/articles.ts'
import type { Store } from '../../src/library/store/open.ts'
import { dice, type Dice } from './dice.ts'
import { asContent, editedText, firstText, type Text } from './texts.ts'

/** What the writer stores in one transaction: states of one article. */
export interface Unit {
  readonly url: string
  readonly states: readonly State[]
  readonly from: Provenance
}

interface Told {
  readonly url: string
  readonly pool: number
  readonly texts: Text[]
}

const begin = Date.UTC(2026, 0, 1)
const hour = 3_600_000

/** The units that a seed stands for, in their order of time, one an hour; any process can work them out again. */
export class Plan {
  readonly #roll: Dice
  readonly #articles: Told[] = []
  readonly #units: Unit[] = []

  constructor(seed: number) {
    this.#roll = dice(seed)
  }

  unit(n: number): Unit {
    while (this.#units.length <= n) this.#units.push(this.#next(this.#units.length))
    return this.#units[n]!
  }

  first(count: number): readonly Unit[] {
    return Array.from({ length: count }, (_, n) => this.unit(n))
  }

  #next(n: number): Unit {
    const roll = this.#roll
    const which = roll(Math.min(9, 1 + n / 3))
    const told = (this.#articles[which] ??= { url: `https://example.org/news/${which}`, pool: which, texts: [] })
    const kind = told.texts.length < 2 ? 9 : roll(10)
    if (kind === 0) return failedCheck(told, n)
    if (kind === 3) return check(told, n, told.texts.at(-1)!)
    if (kind === 1)
      return history(
        told,
        n,
        [1, 2, 3].map((part) => this.#write(told, n * 10 + part))
      )
    return check(told, n, kind === 2 ? this.#return(told) : this.#write(told, n * 10))
  }

  #write(told: Told, n: number): Text {
    const { texts, pool } = told
    const text =
      texts.length === 0 ? firstText(this.#roll, pool, n) : editedText(texts.at(-1)!, this.#roll, { pool, n })
    texts.push(text)
    return text
  }

  /** A B A: the text before the last one comes back. */
  #return({ texts }: Told): Text {
    texts.push(texts.at(-2)!)
    return texts.at(-1)!
  }
}

/** The number of the unit that holds an observation of that time. */
export const unitOf = (at: string): number => Math.floor((Date.parse(at) - begin) / hour)

const own: Provenance = { origin: null, bodyHash: null, extractor: 'crash/1' }

function failedCheck({ url }: Told, n: number): Unit {
  return { url, from: own, states: [{ ...stateAt(n), outcome: 'server-error', status: 503, content: null }] }
}

function check({ url }: Told, n: number, text: Text): Unit {
  const body = Buffer.from(`<!doctype html><main>${text.map((block) => `<p>${block.text}</p>`).join('\n')}</main>`)
  const from = { ...own, body, bodyHash: createHash('sha256').update(body).digest() }
  return { url, from, states: [{ ...stateAt(n), content: asContent(text) }] }
}

function history({ url }: Told, n: number, texts: readonly Text[]): Unit {
  const states = texts.map((text, minute) => ({ ...stateAt(n, minute), content: asContent(text) }))
  return { url, from: { ...own, origin: `history-${n}.json` }, states }
}

function stateAt(n: number, minute = 0): Omit<State, 'content'> {
  const at = new Date(begin + n * hour + minute * 60_000).toISOString()
  return { at, until: at, count: 1, outcome: 'changed', status: 200, error: null }
}

/** Stores a unit as the application does: one transaction, the article added where it is new. */
export function storeUnit(store: Store, { url, states, from }: Unit): void {
  store
    .transaction(() => {
      const source = { name: 'Crash Gazette', homepage: null, folder: null }
      const article = findByUrl(store, url) ?? addArticle(store, { source, url, lang: null, dir: 'ltr' })
      addStates(store, article, states, from)
    })
    .immediate()
}
