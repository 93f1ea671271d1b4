import { putBody } from './bodies.ts'
import type { Store } from './open.ts'
import { pluck, prepare } from './statement.ts'

interface Attachment {
  readonly article: number
  readonly capture: number
  /** `certificate`, `screenshot`, or `page-2` and on for the further pages of an article in parts. */
  readonly kind: string
}

/** Keeps what came with a capture beside its body; equal bytes once. */
export function attach(store: Store, { article, capture, kind }: Attachment, bytes: Buffer): void {
  const hash = putBody(store, article, bytes)
  prepare(store, 'INSERT OR REPLACE INTO attachment (capture_id, kind, hash) VALUES (?, ?, ?)').run(capture, kind, hash)
}

/** The capture that showed a revision first. */
export const captureOf = (store: Store, revision: number): number =>
  pluck<[number], number>(store, 'SELECT capture_id FROM revision WHERE id = ?').get(revision)!
