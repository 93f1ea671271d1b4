import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Content } from '../../src/domain/revision.ts'
import { addStates } from '../../src/library/add.ts'
import { addArticle } from '../../src/library/store/articles.ts'
import { openStore } from '../../src/library/store/open.ts'
import { scratch } from './app.ts'

export interface Stored {
  readonly content: Content
  readonly page: string
}

const url = 'https://courier.example/news/bridge'

/** A folder with a library of one article, each version of which was read from a page an hour after the one before. */
export function libraryWith(versions: readonly Stored[]): string {
  const data = scratch()
  const store = openStore(join(data, 'library.palimpsest-db'))
  const source = { name: 'The Courier', homepage: null, folder: 'City desk' }
  store
    .transaction(() => {
      const article = addArticle(store, { source, url, lang: 'en', dir: 'ltr' })
      for (const [n, { content, page }] of versions.entries()) {
        const at = new Date(Date.UTC(2026, 2, 3, 9 + n, 58, 12)).toISOString()
        const body = Buffer.from(page)
        const bodyHash = createHash('sha256').update(body).digest()
        const headers = { 'content-type': 'text/html; charset=utf-8', etag: `"${n + 1}"` }
        const state = { at, until: at, count: 1, outcome: 'changed', status: 200, error: null, content } as const
        const how = { origin: null, finalUrl: url, headers, body, bodyHash, extractor: 'page/1' }
        addStates(store, article, [state], how)
      }
    })
    .immediate()
  store.close()
  return data
}

/** The text of a version: a headline and paragraphs. */
export function textOf(headline: string, ...paragraphs: readonly string[]): Content {
  const blocks = paragraphs.map((text) => ({ kind: 'paragraph' as const, text }))
  return {
    blocks: [{ kind: 'headline', text: headline }, ...blocks],
    claims: [{ kind: 'updated', where: 'visible', text: 'Updated Tue 3 Mar, 09:50', at: null }]
  }
}
