import type { Run } from './comparison.ts'
import type { Span } from './sentences.ts'

/** A stretch of characters that stands on both sides; the two differ in length where typography does. */
export interface Common {
  readonly old: Span
  readonly new: Span
}

/** What stands on both sides of a pair of texts, in order: the runs that are the same and what changed runs keep. */
export function commonIn(runs: readonly Run[]): Common[] {
  const found: Common[] = []
  let at = { old: 0, new: 0 }
  runs.forEach((run, index) => {
    const partner = runs[index + 1]
    if (run.op === 'same') {
      found.push({ old: shifted([0, run.old.length], at.old), new: shifted([0, run.new.length], at.new) })
      at = { old: at.old + run.old.length, new: at.new + run.new.length }
    } else if (run.op === 'added') at = { ...at, new: at.new + run.text.length }
    else {
      const kept = partner?.op === 'added' ? (partner.kept ?? []) : []
      run.kept?.forEach((stretch, n) => {
        const other = kept[n]
        if (other !== undefined) found.push({ old: shifted(stretch, at.old), new: shifted(other, at.new) })
      })
      at = { ...at, old: at.old + run.text.length }
    }
  })
  return found
}

function shifted([from, to]: readonly [number, number], by: number): Span {
  return { from: from + by, to: to + by }
}
