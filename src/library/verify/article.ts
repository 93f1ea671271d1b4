import { articleSeal, sourceSeal } from '../store/articles.ts'
import {
  articleRow,
  captureRow,
  headRow,
  recordRows,
  revisionRow,
  sourceRow,
  tombstoneRow,
  type Sealed
} from '../store/evidence.ts'
import type { Store } from '../store/open.ts'
import { ArticleText } from '../store/packs.ts'
import { tombstoneSeal, type TombstoneRow } from '../store/tombstones.ts'
import { broken, brokenVersion, sameBytes, type Broken } from './broken.ts'
import { captureBroken } from './capture.ts'
import { chainBroken, headBroken, recordBroken, type Chain } from './chain.ts'
import { deletedPlaces } from './deletion.ts'

/** The ids of the rows that say they are an article's. */
export interface Rows {
  readonly revisions: readonly number[]
  readonly captures: readonly number[]
}

/** The first thing of an article that is not what it was. */
export function* articleBroken(store: Store, article: number, rows: Rows): Generator<void, Broken | null> {
  const chain = openChain(store, article)
  if (!('records' in chain)) return chain
  return (yield* chainBroken(chain)) ?? unrecorded(chain, rows) ?? (yield* observationsBroken(chain, rows))
}

/** An article's chain, from a place on; or what is wrong with the article itself. */
export function openChain(store: Store, article: number, from = 1): Chain | Broken {
  const row = articleRow(store, article)
  if (row === undefined) return broken('article-missing', null)
  if (!sameBytes(row.seal, articleSeal(row))) return broken('article', null)
  const source = row.source_id === null ? null : sourceRow(store, row.source_id)
  const isSource = source === null || (source !== undefined && sameBytes(source.seal, sourceSeal(source)))
  if (!isSource) return broken('source', null, source?.name)
  const [records, head] = [recordRows(store, article, from), headRow(store, article)]
  return { store, article, uid: row.uid, text: new ArticleText(store, article), records, head }
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

/**
 * The observations: each has its seal, all of them are counted, and what was seen changed showed a version, or has a
 * tombstone where that was deleted. So a chain that was cut short together with its end is found.
 */
function* observationsBroken(chain: Chain, { revisions, captures }: Rows): Generator<void, Broken | null> {
  const { store, article, records, head } = chain
  const shown = new Set(revisions.map((id) => revisionRow(store, id)?.capture_id))
  const buried = new Set<number>()
  let stray = false
  for (const id of captures) {
    const tombstone = shown.has(id) ? undefined : tombstoneRow(store, id)
    const found = captureBroken(store, id, article) ?? tombstoneBroken(tombstone, article)
    if (found !== null) return found
    if (tombstone !== undefined) buried.add(tombstone.seq)
    else stray ||= !shown.has(id) && captureRow(store, id)?.outcome === 'changed'
    yield
  }
  const unburied = [...(deletedPlaces(records, 'damage') ?? [])].find((seq) => !buried.has(seq))
  if (unburied !== undefined && articleRow(store, article)?.source_id !== null) return broken('deletion', unburied)
  if (stray) return broken('record-missing', records.length + 1)
  return countBroken(head?.captures ?? 0, captures.length)
}

function tombstoneBroken(row: Sealed<TombstoneRow> | undefined, article: number): Broken | null {
  if (row === undefined) return null
  if (row.article_id === article && sameBytes(row.seal, tombstoneSeal(row))) return null
  return { ...broken('deletion', row.seq), version: `${row.number}${row.letter}` }
}

function countBroken(expected: number, found: number): Broken | null {
  if (expected === found) return null
  return broken(expected > found ? 'capture-missing' : 'capture-added', null)
}

/** Whether the end of an article's chain, with the version it is about, is what it was. */
export function newestBroken(store: Store, article: number): Broken | null {
  const head = headRow(store, article)
  const chain = openChain(store, article, Math.max(1, (head?.seq ?? 0) - 1))
  if (!('records' in chain)) return chain
  const last = chain.records.at(-1)
  const end = headBroken(chain)
  if (end !== null || last === undefined || last.kind === 'deletion') return end
  return recordBroken(chain, last, null)
}
