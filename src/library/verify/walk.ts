import type { DerivedFinding, Finding } from '../../domain/verification.ts'
import { articleRow, indexedIds, listedHeadline, recordCount } from '../store/evidence.ts'
import type { Store } from '../store/open.ts'
import { articleBroken, newestBroken, type Rows } from './article.ts'
import { attempted, broken, wordsOf, type Broken } from './broken.ts'
import { derivedOf } from './derived.ts'
import { tablesBroken, walkLibrary, walkSmallTables } from './library.ts'
import { readable, readArticles, readEverything, type Everything } from './rows.ts'

/** What a walk has come to so far; between two of its steps other work is done. */
export interface Walk {
  readonly store: Store
  readonly findings: Finding[]
  readonly derived: DerivedFinding[]
  done: number
  total: number
  records: number
}

export const newWalk = (store: Store): Walk => ({ store, findings: [], derived: [], done: 0, total: 0, records: 0 })

/** Walks through every article, and what belongs to none. The blank library is used up. */
export function* walkAll(walk: Walk, blank: Store): Generator<void, void> {
  const lost = tablesBroken(walk.store)
  if (lost !== null) return void walk.findings.push({ ...lost, article: null })
  const everything = yield* readEverything(walk.store)
  walk.total = everything.articles.length
  for (const article of everything.articles) {
    yield* walkArticle(walk, article, everything.rowsOf)
    walk.done++
  }
  yield* walkLibrary(walk, everything, blank)
}

/** Looks at the end of every chain. */
export function* walkNewest(walk: Walk): Generator<void, void> {
  yield* walkSmallTables(walk)
  const articles = yield* readArticles(walk.store)
  walk.total = articles.length
  for (const article of articles) {
    note(
      walk,
      article,
      attempted(() => newestBroken(walk.store, article))
    )
    walk.records++
    walk.done++
    yield
  }
}

/** Walks through one article. What an index seems to lack is looked for once more without it. */
export function* walkOne(walk: Walk, article: number): Generator<void, void> {
  walk.total = 1
  if (!(yield* walkArticle(walk, article, () => indexedRows(walk.store, article)))) {
    const everything = yield* readEverything(walk.store)
    walk.findings.length = 0
    walk.records = 0
    const isWhole = yield* walkArticle(walk, article, everything.rowsOf)
    if (isWhole) walk.derived.push({ article, kind: 'index', detail: '' })
  }
  walk.done++
}

const indexedRows = (store: Store, article: number): Rows => ({
  revisions: indexedIds(store, 'revision', article),
  captures: indexedIds(store, 'capture', article)
})

function* walkArticle(walk: Walk, article: number, rowsOf: Everything['rowsOf']): Generator<void, boolean> {
  const found = yield* lookAt(walk, article, rowsOf)
  note(walk, article, found)
  if (found === null) walk.derived.push(...derivedOf(walk.store, article))
  return found === null
}

/** Whatever cannot be read is a finding of its own, and the walk goes on behind it. */
function* lookAt(walk: Walk, article: number, rowsOf: Everything['rowsOf']): Generator<void, Broken | null> {
  try {
    walk.records += recordCount(walk.store, article)
    return yield* articleBroken(walk.store, article, rowsOf(article))
  } catch (error) {
    return broken('unreadable', null, wordsOf(error))
  }
}

function note(walk: Walk, article: number, found: Broken | null): void {
  if (found !== null) walk.findings.push({ ...found, article: nameOf(walk.store, article) })
}

/** What an article is called, as far as that can still be read. */
export function nameOf(store: Store, article: number): Finding['article'] {
  return {
    id: article,
    uid: readable(() => articleRow(store, article)?.uid) ?? null,
    headline: readable(() => listedHeadline(store, article)) ?? ''
  }
}
