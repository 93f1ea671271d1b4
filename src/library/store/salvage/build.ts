import type { Found } from '../damaged/found.ts'
import { describeTable } from '../damaged/tables.ts'
import { derive } from '../derive.ts'
import { openStore, type Store } from '../open.ts'
import { reindex } from '../search-index.ts'
import { pluck, prepare } from '../statement.ts'

/** Opens a new store to build; until it is finished, nothing protects it from a stop half-way. */
export function beginStore(path: string, nativeBinding: string | undefined): Store {
  const store = openStore(path, { nativeBinding })
  for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'foreign_keys = OFF']) store.pragma(pragma)
  prepare(store, 'UPDATE library SET articles = 0, records = 0').run()
  return store
}

/** Makes what lists and searches need, and sees that no number is given twice. */
export function finishStore(store: Store): void {
  derive(store)
  for (const article of articleIds(store)) reindex(store, article)
  prepare(
    store,
    `UPDATE sqlite_sequence SET seq = max(seq, (SELECT coalesce(max(revision_id), 0) FROM record)) WHERE name = 'revision'`
  ).run()
  const broken = store.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0) throw new Error(`salvage left broken references: ${JSON.stringify(broken[0])}`)
}

export const articleIds = (store: Store): number[] =>
  pluck<[], number>(store, 'SELECT id FROM article ORDER BY id').all()

interface Counted {
  readonly articles: number
  readonly versions: number
  readonly captures: number
  readonly bodies: number
}

export function countRows(store: Store): Counted {
  const sql = `SELECT (SELECT count(*) FROM article) AS articles, (SELECT count(*) FROM revision) AS versions,
               (SELECT count(*) FROM capture) AS captures, (SELECT count(*) FROM body) AS bodies`
  return prepare<[], Counted>(store, sql).get()!
}

/** How many articles the damaged library says it had, and observations of those whose chains it still knows. */
export function countBefore(store: Store, found: Found): Pick<Counted, 'articles' | 'captures'> {
  const heads = [...found.rows(describeTable(store, 'chain_head'), true)]
  const [library] = found.rows(describeTable(store, 'library'), false)
  return {
    articles: Math.max(Number(library?.['articles'] ?? 0), heads.length),
    captures: heads.reduce((sum, { captures }) => sum + Number(captures), 0)
  }
}
