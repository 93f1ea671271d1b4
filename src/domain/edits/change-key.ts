import type { Comparison, Hunk } from '../diff/comparison.ts'
import { editHashes, hashText } from './edit-hash.ts'

/**
 * What a reader's mark on a change is kept under: the hash of its edit, and where it has none (a move, a minor change) one over
 * what it does. Null for what is folded, which nobody is asked to look at.
 */
export function changeKeys(comparison: Pick<Comparison, 'hunks' | 'edits'>): (string | null)[] {
  const hashes = editHashes(comparison)
  return comparison.edits.map((edit, n) => {
    if (edit.folded) return null
    const { kinds, reason, before, after, hunk } = edit
    return (
      hashes[n] ?? hashText(['change', ...kinds, reason, before, after, wordsOf(comparison.hunks[hunk])].join('\n'))
    )
  })
}

/** The words that stayed as they were tell which block was moved. */
function wordsOf(hunk: Hunk | undefined): string {
  if (hunk === undefined || !('runs' in hunk)) return ''
  return hunk.runs.map((run) => (run.op === 'same' ? run.new : run.text)).join('')
}
