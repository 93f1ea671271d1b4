import type { BlameAnswer } from '../contract/contract.ts'
import { CallFailure } from '../contract/failure.ts'
import { blaming } from '../domain/blame/blame.ts'
import type { Stood } from '../domain/blame/traces.ts'
import { findRevision } from './content.ts'
import { inSlices } from './slices.ts'
import type { Store } from './store/open.ts'
import { ArticleText } from './store/packs.ts'
import { contentOf, revisionsOf } from './store/revisions.ts'

/**
 * For every passage of a stored revision, the revisions of its article that hold it, before and after. Throws
 * `CallFailure` `not-found`, also for a revision that waits for deletion.
 */
export async function blameRevision(store: Store, id: number): Promise<BlameAnswer> {
  const { article } = findRevision(store, id)
  const revisions = revisionsOf(store, article)
  const text = new ArticleText(store, article)
  const contents = revisions.map((revision) => contentOf(text, revision))
  const target = revisions.findIndex((revision) => revision.id === id)
  if (target < 0) throw new CallFailure('not-found', `revision ${id}`)
  const { blocks, lives, hitTimeout, ...traces } = await inSlices(blaming(contents, target))
  const idsOf = ([from, to]: readonly [number, number]) => [revisions[from]!.id, revisions[to]!.id] as const
  const withIds = <T extends Stood>({ from, to, ...rest }: T) => ({ ...rest, held: idsOf([from, to]) })
  return {
    blocks,
    lives: lives.map(({ held }) => held.map(idsOf)),
    replaced: traces.replaced.map(withIds),
    cuts: traces.cuts.map(withIds),
    gone: traces.gone.map(withIds),
    hitTimeout
  }
}
