import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Outcome } from '../../src/domain/capture.ts'
import type { Content } from '../../src/domain/revision.ts'
import { addStates, type Added } from '../../src/library/add.ts'
import { addArticle } from '../../src/library/store/articles.ts'
import { openStore, type Store } from '../../src/library/store/open.ts'

/** An empty library in a folder of its own, which does not wait for the disk. */
export function emptyStore(): Store {
  const store = openStore(join(mkdtempSync(join(tmpdir(), 'palimpsest-lists-')), 'library.db'))
  store.pragma('synchronous = OFF')
  return store
}

/** A short article text: a headline and paragraphs. */
export function contentOf(headline: string, ...paragraphs: string[]): Content {
  return {
    blocks: [{ kind: 'headline', text: headline }, ...paragraphs.map((text) => ({ kind: 'paragraph', text }) as const)],
    claims: []
  }
}

export interface Facts {
  readonly source?: string
  readonly folder?: string | null
}

/** A new article without any observation yet. */
export function newArticle(store: Store, { source = 'The Courier', folder = null }: Facts = {}): number {
  return addArticle(store, { source: { name: source, homepage: null, folder }, url: null, lang: 'en', dir: 'ltr' })
}

export interface Sight {
  readonly at: string
  /** What the page showed; null where it showed no article. */
  readonly content: Content | null
  readonly outcome?: Outcome
  readonly status?: number | null
  /** The file it comes from; our own check where none is named. */
  readonly origin?: string | null
}

/** Looks at an article, stored as a check or an import stores them: all in one transaction. */
export function see(store: Store, article: number, ...sights: readonly Sight[]): Added[] {
  return store
    .transaction(() =>
      sights.flatMap(({ at, content, outcome = 'changed', status = 200, origin = null }) => {
        const state = { at, until: at, count: 1, outcome, status, error: null, content }
        return addStates(store, article, [state], { origin, bodyHash: null, extractor: 'test/1' })
      })
    )
    .immediate()
}
