import { readBody } from '../store/bodies.ts'
import { captureSeal, type CaptureRow } from '../store/captures.ts'
import type { Store } from '../store/open.ts'
import { broken, sameBytes, wordsOf, type Broken } from './broken.ts'

/** Whether an observation is as it was stored, and the bytes are there that were kept with it. */
export function captureBroken(store: Store, row: CaptureRow | undefined, article: number): Broken | null {
  if (row === undefined) return broken('capture-missing', null)
  if (row.article_id !== article || !sameBytes(row.seal, captureSeal(row))) return broken('capture', null)
  return row.body_kept === 1 ? bodyBroken(store, row) : null
}

function bodyBroken(store: Store, { body_hash: hash }: CaptureRow): Broken | null {
  const detail = hash?.toString('hex') ?? ''
  try {
    if (hash !== null && readBody(store, hash) === undefined) return broken('body-missing', null, detail)
  } catch (error) {
    return broken('body', null, wordsOf(error))
  }
  return null
}
