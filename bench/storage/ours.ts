import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addStates } from '../../src/library/add.ts'
import { addArticle } from '../../src/library/store/articles.ts'
import { openStore, type Store } from '../../src/library/store/open.ts'
import { ArticleText } from '../../src/library/store/packs.ts'
import { contentOf, revisionsOf } from '../../src/library/store/revisions.ts'
import type { Content } from '../../src/domain/revision.ts'
import type { History } from './histories.ts'

/** An empty library of its own. */
export const newStore = (): Store => openStore(join(mkdtempSync(join(tmpdir(), 'palimpsest-bench-')), 'library.db'))

const start = Date.UTC(2020, 0, 1)
export const hour = (n: number): string => new Date(start + n * 3_600_000).toISOString()

export const observed = (at: string, content: Content | null) =>
  ({
    at,
    until: at,
    count: 1,
    outcome: content === null ? 'unchanged' : 'changed',
    status: 200,
    error: null,
    content
  }) as const

export const source = (name: string) => ({ name, homepage: null, folder: null })

/** Stores histories as if their versions had been seen an hour after one another. */
export function storeAll(store: Store, histories: readonly History[]): void {
  for (const { lang, texts } of histories) {
    store.transaction(() => {
      const article = addArticle(store, { source: source('Bench'), url: null, lang, dir: 'ltr' })
      const states = texts.map((content, i) => observed(hour(i), content))
      addStates(store, article, states, { origin: null, bodyHash: null, extractor: 'bench/1' })
    })()
  }
}

/** Milliseconds to get the text of two versions, for every article its first and its last. */
export function readingTimes(store: Store): number[] {
  const articles = store.prepare('SELECT DISTINCT article_id FROM revision').pluck().all() as number[]
  return articles.map((article) => {
    const started = performance.now()
    const rows = revisionsOf(store, article)
    const text = new ArticleText(store, article)
    for (const row of [rows[0]!, rows.at(-1)!]) contentOf(text, row)
    return performance.now() - started
  })
}

/** Bytes of the file that each table and index takes, without the free ones. */
export function tableSizes(store: Store): Map<string, number> {
  store.exec('VACUUM')
  const rows = store.prepare('SELECT name, sum(pgsize) AS size FROM dbstat GROUP BY name').all()
  return new Map((rows as { name: string; size: number }[]).map(({ name, size }) => [name, size]))
}
