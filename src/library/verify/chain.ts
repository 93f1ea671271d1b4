import {
  captureRow,
  revisionRow,
  type HeadRow,
  type MakerRow,
  type RecordRow,
  type RevisionEvidence
} from '../store/evidence.ts'
import { recordHash } from '../store/hash.ts'
import type { Store } from '../store/open.ts'
import type { ArticleText } from '../store/packs.ts'
import { attempted, broken, brokenVersion, sameBytes, type Broken } from './broken.ts'
import { captureBroken } from './capture.ts'
import { deletedPlaces, isInPlace, readDeletion } from './deletion.ts'
import { recordFrom } from './record.ts'
import { textBroken } from './text.ts'

/** An article's chain while it is walked along. */
export interface Chain {
  readonly store: Store
  readonly article: number
  readonly uid: string
  readonly url: string | null
  readonly text: ArticleText
  readonly records: readonly RecordRow[]
  readonly head: HeadRow | undefined
  /** Those that versions were made by, as far as they were looked at. */
  readonly makers: Map<number, MakerRow | undefined>
  /** The captures whose versions were looked at. */
  readonly shown: Set<number>
}

/**
 * The first record that is not what it was, from the first to the last. A record whose version is gone though no
 * deletion names it counts only where nothing else broke: the deletion's own record may be what is missing.
 */
export function* chainBroken(chain: Chain): Generator<void, Broken | null> {
  const deleted = deletedPlaces(chain.records)
  let gone: Broken | null = null
  for (const [i, record] of chain.records.entries()) {
    if (record.seq !== i + 1) return broken('record-missing', i + 1)
    const found = attempted(() => recordBroken(chain, i, deleted), record.seq)
    if (found?.reason === 'revision-missing') gone ??= found
    else if (found !== null) return found
    yield
  }
  return headBroken(chain) ?? gone
}

/** Whether one of the records is what it was, given the hash before it. */
export function recordBroken(chain: Chain, index: number, deleted: ReadonlySet<number> | null): Broken | null {
  const { seq, kind, json, revision_id: id } = chain.records[index]!
  if (kind === 'deletion') return deletionBroken(chain, index)
  if (kind !== 'revision' || json !== null) return broken('record', seq)
  if (id === null) return deleted === null || deleted.has(seq) ? null : broken('revision-missing', seq)
  if (deleted?.has(seq) === true) return broken('deletion', seq)
  const revision = revisionRow(chain.store, id)
  if (revision === undefined) return broken('revision-missing', seq)
  if (revision.article_id !== chain.article || revision.seq !== seq) return broken('record', seq)
  return revisionBroken(chain, index, revision)
}

function deletionBroken({ records, uid }: Chain, index: number): Broken | null {
  const record = records[index]!
  const said = readDeletion(record)
  if (said === null) return broken('record', record.seq)
  return isInPlace(said, records.slice(0, index), uid) ? null : broken('deletion', record.seq)
}

function revisionBroken(chain: Chain, index: number, revision: RevisionEvidence): Broken | null {
  const { store, article, records, text } = chain
  const shown = captureRow(store, revision.capture_id)
  const capture = captureBroken(store, shown, article)
  chain.shown.add(revision.capture_id)
  if (capture !== null) return { ...brokenVersion(capture.reason, revision), detail: capture.detail }
  const claimed = recordFrom(chain, revision, shown!)
  const prev = records[index - 1]?.hash ?? null
  const isSame = claimed !== undefined && sameBytes(records[index]!.hash, recordHash({ ...claimed, prev }))
  if (!isSame || !/^[a-z]*$/.test(revision.letter)) return brokenVersion('record', revision)
  return textBroken(text, revision)
}

/** Whether the chain ends where the article says it does. */
export function headBroken({ records, head }: Chain): Broken | null {
  const last = records.at(-1)
  const end = last?.seq ?? 0
  if (head === undefined) return broken('head', null)
  if (head.seq > end) return broken('record-missing', end + 1)
  if (head.seq < end) return broken('head', head.seq + 1)
  return sameBytes(head.hash, last?.hash ?? Buffer.alloc(32)) ? null : broken('head', end === 0 ? null : end)
}
