import { useMemo } from 'react'
import { t } from '../../../catalogue/words.ts'
import type { BlameAnswer } from '../../../contract/contract.ts'
import type { Comparison, Hunk } from '../../../domain/diff/comparison.ts'
import type { RevisionInfo, Timemap } from '../../../domain/timemap.ts'
import { useBlame } from '../../app/queries.ts'
import type { Row } from '../rows.ts'
import type { Shown } from '../useShown.ts'
import { itemsOf, type Item } from './items.ts'

type Range = readonly [from: number, to: number]

const nothing: readonly Item[] = []

/** The changes of two versions, with the versions in which each came where that is known; asked for where it is shown. */
export function useItems({ revisions }: Timemap, shown: Shown | null): readonly Item[] {
  const open = shown?.view === 'changes' ? shown : null
  const { older, newer } = open?.ends ?? { older: 0, newer: 0 }
  const far = open !== null && newer - older > 1
  const after = useBlame(far ? revisions[newer]!.id : null).data
  const before = useBlame(far ? revisions[older]!.id : null).data
  return useMemo(() => {
    if (open === null) return nothing
    const { comparison } = open.answer
    const between = revisions.slice(older + 1, newer + 1)
    const known = after === undefined || before === undefined ? null : { after, before }
    return itemsOf(open.rows, {
      comparison,
      between,
      versionsOf: (row) => {
        if (!far) return between
        if (known === null) return []
        return versionsOf({ row, comparison, revisions, older, newer, ...known }).map((at) => revisions[at]!)
      }
    })
  }, [open, revisions, older, newer, far, after, before])
}

/** `v3`, `v3, v5`, `v2 to v9`. */
export function versionList(versions: readonly RevisionInfo[]): string {
  const labels = versions.map(({ label }) => label)
  if (labels.length < 4) return labels.map((label) => `v${label}`).join(', ')
  return t('seen.span', { from: labels[0]!, to: labels.at(-1)! })
}

type Origins = Pick<BlameAnswer, 'blocks' | 'lives'>

interface Sought {
  readonly row: Row
  readonly comparison: Comparison
  readonly revisions: readonly RevisionInfo[]
  readonly older: number
  readonly newer: number
  readonly after: Origins
  readonly before: Origins
}

/** Positions of the versions in which words of a row came, or were first missing. */
export function versionsOf({ row, comparison, revisions, older, newer, after, before }: Sought): readonly number[] {
  const hunk = comparison.hunks[comparison.edits[row.edits[0] ?? -1]?.hunk ?? -1]
  if (hunk === undefined) return []
  const place = new Map(revisions.map(({ id }, at) => [id, at]))
  const { news, olds } = changedRanges(hunk, new Set(row.edits))
  const stretches = (answer: Origins, ranges: ReadonlyMap<number, readonly Range[]>, at: number) =>
    [...ranges].flatMap(([block, own]) => {
      const passages = (answer.blocks[block] ?? []).filter(({ start, end }) =>
        own.some(([from, to]) => start < to && end > from)
      )
      return passages.flatMap(({ life }) =>
        (answer.lives[life] ?? []).filter(([from, to]) => (place.get(from) ?? 0) <= at && (place.get(to) ?? 0) >= at)
      )
    })
  const came = stretches(after, news, newer).map(([from]) => place.get(from) ?? -1)
  const went = stretches(before, olds, older).map(([, to]) => (place.get(to) ?? -2) + 1)
  return [...new Set([...came, ...went])].filter((at) => at > older && at <= newer).toSorted((a, b) => a - b)
}

type Ranges = ReadonlyMap<number, readonly Range[]>

/** Where words of the newer and the older blocks changed, by block. */
function changedRanges(hunk: Hunk, told: ReadonlySet<number>): { readonly news: Ranges; readonly olds: Ranges } {
  const whole: readonly Range[] = [[0, Infinity]]
  const none: Ranges = new Map()
  if (hunk.op === 'added') return { news: new Map([[hunk.new, whole]]), olds: none }
  if (hunk.op === 'removed') return { news: none, olds: new Map([[hunk.old, whole]]) }
  if (!('runs' in hunk) || typeof hunk.new !== 'number' || typeof hunk.old !== 'number') {
    return { news: none, olds: none }
  }
  const [news, olds]: [Range[], Range[]] = [[], []]
  let [older, newer] = [0, 0]
  for (const run of hunk.runs) {
    const isTold = run.op !== 'same' && told.has(run.edit)
    if (run.op !== 'added') {
      const { length } = run.op === 'same' ? run.old : run.text
      if (isTold) olds.push(trimmed(run.text, older))
      older += length
    }
    if (run.op !== 'removed') {
      const { length } = run.op === 'same' ? run.new : run.text
      if (isTold) news.push(trimmed(run.text, newer))
      newer += length
    }
  }
  return { news: new Map([[hunk.new, news]]), olds: new Map([[hunk.old, olds]]) }
}

/** Spaces at the edges of a change belong to the words beside it. */
function trimmed(text: string, at: number): Range {
  const from = at + (text.length - text.trimStart().length)
  return [from, from + text.trim().length]
}
