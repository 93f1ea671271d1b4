import { CallFailure } from '../../contract/failure.ts'
import { withoutSlots } from '../../domain/volatile.ts'
import { addStates } from '../add.ts'
import { readBody } from '../store/bodies.ts'
import { getCapture, type CaptureRow } from '../store/captures.ts'
import { dropHeld, heldAt } from '../store/held.ts'
import type { Store } from '../store/open.ts'
import { identityOf } from '../store/articles.ts'
import { trackingOf } from '../store/tracking.ts'
import { extractorVersion } from '../extract/read-page.ts'
import type { Page } from '../../domain/page.ts'
import { slotsOf } from './record.ts'
import type { PageReader } from './reading.ts'

interface Parts {
  readonly store: Store
  readonly eyes: { readonly reader: PageReader }
}

/** Makes a version of a text that was kept apart, first seen when it was; returns its article. Throws `CallFailure`. */
export async function acceptHeld({ store, eyes }: Parts, capture: number): Promise<number> {
  const { row, page } = await readStored({ store, eyes }, capture)
  const held = heldAt(store, capture)
  if (held === undefined) throw new CallFailure('not-found', `held text of capture ${capture}`)
  const tracking = trackingOf(store, held.article_id)
  const content = tracking === undefined ? page.content : withoutSlots(page.content, slotsOf(tracking))
  const { status, url, final_url: finalUrl, body_hash: bodyHash } = row
  const headers = JSON.parse(row.headers ?? '{}') as Readonly<Record<string, string>>
  const state = { at: held.at, until: held.at, count: 1, outcome: 'changed', status, error: null, content } as const
  store
    .transaction(() => {
      addStates(store, held.article_id, [state], {
        origin: null,
        bodyHash,
        url,
        finalUrl,
        headers,
        extractor: extractorVersion
      })
      dropHeld(store, capture)
    })
    .immediate()
  return held.article_id
}

/** Leaves a text that was kept apart out for good: that it was seen stays on the timeline. Returns its article. */
export function rejectHeld(store: Store, capture: number): number {
  const held = heldAt(store, capture)
  if (held === undefined) throw new CallFailure('not-found', `held text of capture ${capture}`)
  dropHeld(store, capture)
  return held.article_id
}

/** The raw page of a capture, read anew. Throws `CallFailure` where it was not kept, or nothing can be read from it. */
export async function readStored(
  { store, eyes }: Parts,
  capture: number
): Promise<{ readonly row: CaptureRow; readonly page: Page }> {
  const row = getCapture(store, capture)
  const body = row === undefined || row.body_hash === null ? undefined : readBody(store, row.body_hash)
  if (row === undefined || body === undefined) throw new CallFailure('not-found', `page of capture ${capture}`)
  const headers = JSON.parse(row.headers ?? '{}') as Readonly<Record<string, string>>
  const url = row.final_url ?? row.url ?? identityOf(store, row.article_id).url ?? 'about:blank'
  const contentType = headers['content-type'] ?? null
  const { page } = await eyes.reader.read({ body, contentType, url, at: row.first_at })
  if (page === null) throw new CallFailure('not-found', `text of capture ${capture}`)
  return { row, page }
}
