import { articleSeal, sourceSeal } from '../store/articles.ts'
import { articleRow, headRow, recordRows, revisionRow, sourceRow, type RevisionEvidence } from '../store/evidence.ts'
import type { Store } from '../store/open.ts'
import { ArticleText } from '../store/packs.ts'
import { broken, brokenVersion, sameBytes, type Broken } from './broken.ts'
import { chainBroken, headBroken, recordBroken, type Chain } from './chain.ts'
import { deletedPlaces } from './deletion.ts'
import { observationsBroken } from './observations.ts'

/** The ids of the rows that say they are an article's. */
export interface Rows {
  readonly revisions: readonly number[]
  readonly captures: readonly number[]
}

/** The first thing of an article that is not what it was. */
export function* articleBroken(store: Store, article: number, rows: Rows): Generator<void, Broken | null> {
  const chain = openChain(store, article)
  if (!('records' in chain)) return chain
  return (yield* chainBroken(chain)) ?? unrecorded(chain, rows) ?? (yield* observationsBroken(chain, rows.captures))
}

/** An article's chain, from a place on; or what is wrong with the article itself. */
function openChain(store: Store, article: number, from = 1): Chain | Broken {
  const row = articleRow(store, article)
  if (row === undefined) return broken('article-missing', null)
  if (!sameBytes(row.seal, articleSeal(row))) return broken('article', null)
  const source = row.source_id === null ? null : sourceRow(store, row.source_id)
  const isSource = source === null || (source !== undefined && sameBytes(source.seal, sourceSeal(source)))
  if (!isSource) return broken('source', null, source?.name)
  return {
    store,
    article,
    uid: row.uid,
    url: row.url,
    text: new ArticleText(store, article),
    records: recordRows(store, article, from),
    head: headRow(store, article),
    makers: new Map(),
    shown: new Set()
  }
}

/** A version that no record of the chain is about. */
function unrecorded({ store, records }: Chain, { revisions }: Rows): Broken | null {
  const recorded = new Set(records.map(({ revision_id: id }) => id))
  const stray = revisions.find((id) => !recorded.has(id))
  if (stray === undefined) return null
  const revision = revisionRow(store, stray)
  if (revision === undefined) return broken('revision-unrecorded', null)
  const isDeleted = deletedPlaces(records)?.has(revision.seq) === true
  return brokenVersion(isDeleted ? 'deletion' : 'revision-unrecorded', revision)
}

/** Whether one version is what it was, given the record before it. */
export function versionBroken(store: Store, { article_id: article, id, seq }: RevisionEvidence): Broken | null {
  const chain = openChain(store, article, Math.max(1, seq - 1))
  if (!('records' in chain)) return chain
  const index = chain.records.findIndex((record) => record.seq === seq)
  if (index < 0 || chain.records[index]!.revision_id !== id) return broken('revision-unrecorded', seq)
  return recordBroken(chain, index, null)
}

/** Whether the end of an article's chain, with the version it is about, is what it was. */
export function newestBroken(store: Store, article: number): Broken | null {
  const head = headRow(store, article)
  const chain = openChain(store, article, Math.max(1, (head?.seq ?? 0) - 1))
  if (!('records' in chain)) return chain
  const last = chain.records.at(-1)
  const end = headBroken(chain)
  if (end !== null || last === undefined || last.kind === 'deletion') return end
  return recordBroken(chain, chain.records.length - 1, null)
}
