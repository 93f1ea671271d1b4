import type { CaptureRow } from '../store/captures.ts'
import { makerRow, type MakerRow, type RevisionEvidence } from '../store/evidence.ts'
import type { StoredRecord } from '../store/records.ts'
import type { Chain } from './chain.ts'

/** What `recordOf` answers, of rows that were read already; undefined where what made the version is gone. */
export function recordFrom(chain: Chain, revision: RevisionEvidence, capture: CaptureRow): StoredRecord | undefined {
  const maker = makerOf(chain, revision.maker_id)
  if (maker === undefined) return undefined
  const { seq, number, letter, text_hash: textHash, claims, words } = revision
  const { first_at: capturedAt, url, final_url: finalUrl, status, headers, origin, body_hash: bodyHash } = capture
  return {
    article: chain.uid,
    seq,
    version: `${number}${letter}`,
    capturedAt,
    url: url ?? chain.url,
    finalUrl,
    status,
    headers,
    origin,
    bodyHash,
    textHash,
    textFormat: maker.text_format,
    claims,
    words,
    extractor: maker.extractor,
    software: maker.software
  }
}

function makerOf({ store, makers }: Chain, id: number): MakerRow | undefined {
  if (!makers.has(id)) makers.set(id, makerRow(store, id))
  return makers.get(id)
}
