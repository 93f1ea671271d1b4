import { t } from '../../catalogue/words.ts'
import type { BlameAnswer } from '../../contract/contract.ts'
import type { RevisionInfo } from '../../domain/timemap.ts'

type Life = BlameAnswer['lives'][number]

/** The life that most of a block's text shares, and whether every passage has it. */
function mainLife({ blocks, lives }: BlameAnswer, block: number): { life: Life; whole: boolean } | null {
  const lengths = new Map<number, number>()
  for (const { life, start, end } of blocks[block] ?? []) lengths.set(life, (lengths.get(life) ?? 0) + end - start)
  const [most] = [...lengths].sort(([, one], [, other]) => other - one)
  return most === undefined ? null : { life: lives[most[0]]!, whole: lengths.size === 1 }
}

/** Positions of versions by id. */
const places = (revisions: readonly RevisionInfo[]) => new Map(revisions.map(({ id }, at) => [id, at]))

/** `first seen in v3`, `first seen in v2, back in v5`: when a block of a version came. Empty where nothing is known. */
export function cameIn(answer: BlameAnswer, block: number, at: number, revisions: readonly RevisionInfo[]): string {
  const main = mainLife(answer, block)
  if (main === null) return ''
  const place = places(revisions)
  const first = main.life[0]!
  const here = main.life.findLast(([from]) => (place.get(from) ?? 0) <= at) ?? first
  const v = labelOf(first[0], revisions)
  if (here !== first) return t('seen.back', { v, back: labelOf(here[0], revisions) })
  return t(main.whole ? 'seen.first' : 'seen.reworded', { v })
}

/** `in v4`: the first version without a block that an older one has. Empty where nothing is known. */
export function leftIn(answer: BlameAnswer, block: number, at: number, revisions: readonly RevisionInfo[]): string {
  const main = mainLife(answer, block)
  const place = places(revisions)
  const last = main?.life.find(([, to]) => (place.get(to) ?? -1) >= at)?.[1]
  const next = last === undefined ? undefined : revisions[place.get(last)! + 1]
  return next === undefined ? '' : t('seen.gone', { v: next.label })
}

function labelOf(id: number, revisions: readonly RevisionInfo[]): string {
  return revisions.find((revision) => revision.id === id)?.label ?? '?'
}
