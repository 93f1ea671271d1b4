import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Content } from '../../src/domain/revision.ts'
import { addStates } from '../../src/library/add.ts'
import { Pages } from '../../src/library/store/damaged/pages.ts'
import { findTrees } from '../../src/library/store/damaged/trees.ts'
import { addArticle } from '../../src/library/store/articles.ts'
import { openStore, type Store } from '../../src/library/store/open.ts'

export const scratch = (name = 'library.db'): string => join(mkdtempSync(join(tmpdir(), 'palimpsest-states-')), name)

const pageSize = 4096
const sentence = (article: number, part: number) =>
  `In ward ${article} the ${part}th of the council's reports says that ${article * 7 + part} houses stand behind the wall.`

/** The text of an article's version: one paragraph of twenty is another in each, the headline in each sixth. */
function content(article: number, version: number): Content {
  const paragraphs = Array.from({ length: 20 }, (_, part) => ({
    kind: 'paragraph' as const,
    text: part === version % 20 ? `${sentence(article, part)} That was report ${version}.` : sentence(article, part)
  }))
  const headline = { kind: 'headline' as const, text: `Ward ${article} counts its houses ${Math.floor(version / 6)}` }
  return { blocks: [headline, ...paragraphs], claims: [] }
}

const hour = 3_600_000
const begin = Date.UTC(2026, 0, 1)

/** Stores versions of an article as checks of our own find them, each followed by a check that failed. */
export function addVersions(store: Store, article: number, [from, until]: readonly [number, number]): void {
  store
    .transaction(() => {
      const source = { name: `Gazette ${article % 4}`, homepage: null, folder: null }
      const url = `https://example.org/${article}`
      const known = store.prepare('SELECT id FROM article WHERE url = ?').pluck().get(url) as number | undefined
      const id = known ?? addArticle(store, { source, url, lang: 'en', dir: 'ltr' })
      for (let version = from; version < until; version++) {
        const at = new Date(begin + (article * 400 + version * 3) * hour).toISOString()
        const failed = new Date(begin + (article * 400 + version * 3 + 1) * hour).toISOString()
        const facts = { count: 1, status: 200, error: null }
        const headers = { date: new Date(at).toUTCString(), etag: `"${article}-${version}"` }
        const how = { origin: null, bodyHash: null, extractor: 'page/1' }
        const body = Buffer.from(`<h1>Ward ${article}</h1><p>Report ${version}</p>`.repeat(30))
        addStates(store, id, [{ ...facts, at, until: at, outcome: 'changed', content: content(article, version) }], {
          ...how,
          headers,
          body,
          bodyHash: createHash('sha256').update(body).digest()
        })
        const error = { ...facts, at: failed, until: failed, outcome: 'server-error' as const, status: 503 }
        addStates(store, id, [{ ...error, content: null }], how)
      }
    })
    .immediate()
}

/** A library of 20 articles with 15 versions each. */
export function threeHundred(): string {
  return changed(scratch(), (store) => {
    for (let article = 1; article <= 20; article++) addVersions(store, article, [0, 15])
  })
}

/** Opens a library, does something to it and closes it again; returns its path. */
export function changed(path: string, change: (store: Store) => void): string {
  const store = openStore(path)
  try {
    change(store)
  } finally {
    store.close()
  }
  return path
}

/** A copy of a file in which one page is zeros, as a disk that lost a block gives it. */
export function withoutPage(path: string, page: number): string {
  const bytes = readFileSync(path)
  bytes.fill(0, (page - 1) * pageSize, page * pageSize)
  const damaged = scratch()
  writeFileSync(damaged, bytes)
  return damaged
}

/** The pages that hold the entries of a table or index. */
export function pagesOf(path: string, name: string): readonly number[] {
  const pages = new Pages(path)
  try {
    return findTrees(pages).pages.get(name) ?? []
  } finally {
    pages.close()
  }
}

export function pageCount(path: string): number {
  return readFileSync(path).length / pageSize
}
