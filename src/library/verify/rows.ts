import { articleOf, blockId } from '../store/block-id.ts'
import {
  greatestId,
  nextArticle,
  nextPack,
  ownedRow,
  ownedRows,
  type Owned,
  type OwnedTable
} from '../store/evidence.ts'
import type { Store } from '../store/open.ts'
import type { Rows } from './article.ts'

/** Every article that any row of evidence speaks of, with the rows that say they are its own. */
export interface Everything {
  /** In order; also those whose own row is gone. */
  readonly articles: readonly number[]
  /** How many have a row of their own. */
  readonly present: number
  readonly rowsOf: (article: number) => Rows
}

/** Reads the tables from end to end, by no index. What cannot be read of them is left out, and will be missed later. */
export function* readEverything(store: Store): Generator<void, Everything> {
  const present = yield* idsByArticle(store, 'article')
  const revisions = yield* idsByArticle(store, 'revision')
  const captures = yield* idsByArticle(store, 'capture')
  const others = [...(yield* articlesIn(store, 'chain_head')), ...(yield* articlesIn(store, 'record'))]
  const packed = yield* packedArticles(store)
  const all = new Set([...present.keys(), ...revisions.keys(), ...captures.keys(), ...others, ...packed])
  return {
    articles: [...all].sort((a, b) => a - b),
    present: present.size,
    rowsOf: (article) => ({ revisions: revisions.get(article) ?? [], captures: captures.get(article) ?? [] })
  }
}

/** The articles alone. */
export function* readArticles(store: Store): Generator<void, readonly number[]> {
  const present = yield* idsByArticle(store, 'article')
  const chained = yield* articlesIn(store, 'chain_head')
  return [...new Set([...present.keys(), ...chained])].sort((a, b) => a - b)
}

function* idsByArticle(store: Store, table: OwnedTable): Generator<void, Map<number, number[]>> {
  const ids = new Map<number, number[]>()
  for (let rows = nextRows(store, table, 0); rows.length > 0; rows = nextRows(store, table, rows.at(-1)!.id)) {
    for (const { id, article } of rows) {
      const known = ids.get(article)
      if (known === undefined) ids.set(article, [id])
      else known.push(id)
    }
    yield
  }
  return ids
}

function nextRows(store: Store, table: OwnedTable, after: number): Owned[] {
  return readable(() => ownedRows(store, table, after)) ?? singleRows(store, table, after)
}

/** Past a page that cannot be read, the rows behind it are found by their ids. */
function singleRows(store: Store, table: OwnedTable, after: number): Owned[] {
  const last = readable(() => greatestId(store, table)) ?? after + 100_000
  const found: Owned[] = []
  for (let id = after + 1; id <= last && found.length < 1000; id++) {
    const row = readable(() => ownedRow(store, table, id))
    if (row !== undefined) found.push(row)
  }
  return found
}

function* articlesIn(store: Store, table: 'chain_head' | 'record'): Generator<void, number[]> {
  return yield* leaps((from) => nextArticle(store, table, from))
}

function* packedArticles(store: Store): Generator<void, number[]> {
  return yield* leaps((from) => {
    const pack = nextPack(store, blockId(from, 0))
    return pack === undefined ? undefined : articleOf(pack)
  })
}

function* leaps(next: (from: number) => number | undefined): Generator<void, number[]> {
  const found: number[] = []
  for (let at = readable(() => next(0)); at !== undefined; at = readable(() => next(found.at(-1)! + 1))) {
    found.push(at)
    yield
  }
  return found
}

/** The damage that stops a reading is not lost: what could not be read is missed by the walk, which says where. */
export function readable<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
