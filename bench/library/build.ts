import type { Content } from '../../src/domain/revision.ts'
import { addStates } from '../../src/library/add.ts'
import type { State } from '../../src/library/exchange/document.ts'
import { addArticle } from '../../src/library/store/articles.ts'
import type { Store } from '../../src/library/store/open.ts'
import { history } from './corpus.ts'

const day = 86_400_000
const began = Date.parse('2016-01-01T00:00:00Z')

export interface Plan {
  readonly texts: readonly string[]
  readonly articles: number
  readonly revisions: (article: number) => number
}

/** Most articles have a few revisions, some many; every hundredth has 200. On the average 10. */
export const usual = (article: number): number => (article % 100 === 50 ? 200 : 3 + (article % 11))

/** Fills a library with generated histories; returns how many revisions and the milliseconds it took to store them. */
export function fill(store: Store, { texts, articles, revisions }: Plan): { revisions: number; ms: number } {
  let [stored, ms] = [0, 0]
  for (let first = 0; first < articles; first += 50) {
    const batch = Array.from({ length: Math.min(50, articles - first) }, (_, i) => first + i)
    const units = batch.map((n) => ({ n, states: toStates(history(texts, n, revisions(n)), n, articles) }))
    const started = performance.now()
    store.transaction(() => {
      for (const { n, states } of units) stored += addOne(store, n, states)
    })()
    ms += performance.now() - started
  }
  return { revisions: stored, ms }
}

function addOne(store: Store, n: number, states: readonly State[]): number {
  const source = { name: `Source ${n % 211}`, homepage: null, folder: n % 211 < 150 ? `Folder ${n % 17}` : null }
  const article = addArticle(store, { source, url: `https://news.example/${n}`, lang: null, dir: 'ltr' })
  const added = addStates(store, article, states, { origin: null, bodyHash: null, extractor: 'bench/1' })
  return added.filter((one) => one === 'revision').length
}

/** An article's first capture lies somewhere in ten years, the others within days after it. */
function toStates(contents: readonly Content[], n: number, articles: number): State[] {
  const first = began + (n / articles) * 3650 * day
  return contents.map((content, i) => {
    const at = new Date(first + i * (day / 8)).toISOString()
    return { at, until: at, count: 1, outcome: 'changed', status: 200, error: null, content }
  })
}
