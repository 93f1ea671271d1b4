import { t } from '../../catalogue/words.ts'
import type { Run } from '../../domain/diff/comparison.ts'
import type { HeadlineGroup } from '../../domain/headlines.ts'
import type { RevisionInfo } from '../../domain/timemap.ts'
import { listOf } from './listing.ts'

const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

/** Over 60 % of the words changed: the two headlines are shown whole, one above the other. */
export function isReplaced(runs: readonly Run[]): boolean {
  let kept = 0
  let changed = 0
  for (const run of runs) {
    if (run.op === 'same') kept += 2 * words(run.new)
    else changed += words(run.text)
  }
  return changed > 0.6 * (kept + changed)
}

/** A wording of the headline and the versions that had it. */
export interface Rung {
  readonly headline: string
  readonly from: RevisionInfo
  readonly to: RevisionInfo
}

/** Every wording in order; a wording that comes back is a rung of its own. */
export function ladderOf(revisions: readonly RevisionInfo[]): readonly Rung[] {
  const rungs: Rung[] = []
  for (const revision of revisions) {
    const last = rungs.at(-1)
    if (last?.headline === revision.headline) rungs[rungs.length - 1] = { ...last, to: revision }
    else rungs.push({ headline: revision.headline, from: revision, to: revision })
  }
  return rungs
}

/** `Headline changed twice` and `in v3 and v5`, counted over the versions after the older one. */
export function headlineNote(between: readonly RevisionInfo[]): { readonly title: string; readonly text: string } {
  const changed = between.filter((revision) => revision.change?.headlineChanged === true)
  const names = changed.map((revision) => `v${revision.label}`)
  const span = () => t('seen.span', { from: changed[0]!.label, to: changed.at(-1)!.label })
  const versions = names.length > 4 ? span() : listOf(names)
  const text = names.length === 0 ? '' : t('seen.in', { versions })
  return { title: t('headline.changed', { n: changed.length }), text }
}

/** Headlines that took turns among the versions that are compared. */
export function groupsWithin(
  groups: readonly HeadlineGroup[],
  revisions: readonly RevisionInfo[],
  between: readonly RevisionInfo[]
): readonly HeadlineGroup[] {
  const from = revisions.findIndex(({ id }) => id === between[0]?.id)
  return groups.filter((group) => from >= 0 && group.to >= from && group.from < from + between.length)
}

/** `2 headlines took turns 6 times`. */
export function groupWords({ variants, observations }: HeadlineGroup): string {
  return t('headline.group', { n: variants.length, turns: observations })
}
