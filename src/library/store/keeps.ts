import type { KeepReason } from '../../domain/keep.ts'
import type { Store } from './open.ts'
import { prepare } from './statement.ts'

export function putKeep(store: Store, revision: number, reason: KeepReason): void {
  prepare(store, 'INSERT INTO keep (revision_id, reason) VALUES (?, ?) ON CONFLICT DO NOTHING').run(revision, reason)
}

export function removeKeep(store: Store, revision: number, reason: KeepReason): void {
  prepare(store, 'DELETE FROM keep WHERE revision_id = ? AND reason = ?').run(revision, reason)
}

/** Why each version of an article is kept, by revision id; those that nothing keeps are not in it. */
export function keepsOf(store: Store, article: number): Map<number, KeepReason[]> {
  const rows = prepare<[number], { readonly revision: number; readonly reason: KeepReason }>(
    store,
    'SELECT revision_id AS revision, reason FROM revision r JOIN keep k ON k.revision_id = r.id WHERE r.article_id = ?'
  ).all(article)
  const keeps = new Map<number, KeepReason[]>()
  for (const { revision, reason } of rows) keeps.set(revision, [...(keeps.get(revision) ?? []), reason])
  return keeps
}
