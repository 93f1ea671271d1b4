import { styleText } from 'node:util'
import type { Comparison, Hunk, Run } from '../domain/diff/comparison.ts'
import type { Block, Content } from '../domain/revision.ts'
import { summaryText } from '../domain/summary.ts'

interface Pens {
  readonly removed: (text: string) => string
  readonly added: (text: string) => string
  readonly quiet: (text: string) => string
}

const marks: Pens = { removed: (text) => `[-${text}-]`, added: (text) => `{+${text}+}`, quiet: (text) => text }
const colours: Pens = {
  removed: (text) => styleText(['red', 'strikethrough'], text),
  added: (text) => styleText(['blue', 'underline'], text),
  quiet: (text) => styleText('dim', text)
}

/** The whole comparison as text: every block, unchanged runs of them counted, then the folded edits and the summary. */
export function redline(older: Content, newer: Content, comparison: Comparison, colour: boolean): string {
  const pens = colour ? colours : marks
  const blocks = foldSame(comparison.hunks).map((part) =>
    typeof part === 'number' ? pens.quiet(`(${part} unchanged)`) : drawHunk(part, older.blocks, newer.blocks, pens)
  )
  const folded = comparison.edits
    .filter((edit) => edit.folded)
    .map(({ rule, before, after }) => pens.quiet(`(folded as ${rule}: ${before} → ${after})`))
  return `${[...blocks, ...folded, summaryText(comparison.summary)].join('\n\n')}\n`
}

/** Hunks, with each run of unchanged ones as its length. */
function foldSame(hunks: readonly Hunk[]): (Hunk | number)[] {
  const parts: (Hunk | number)[] = []
  for (const hunk of hunks) {
    const last = parts.at(-1)
    if (hunk.op !== 'same') parts.push(hunk)
    else if (typeof last === 'number') parts[parts.length - 1] = last + 1
    else parts.push(1)
  }
  return parts
}

function drawHunk(hunk: Hunk, older: readonly Block[], newer: readonly Block[], pens: Pens): string {
  switch (hunk.op) {
    case 'same':
      return newer[hunk.new]!.text
    case 'added':
      return pens.added(newer[hunk.new]!.text)
    case 'removed':
      return pens.removed(older[hunk.old]!.text)
    case 'moved-away':
      return pens.quiet(`(moved: ${older[hunk.old]!.text.slice(0, 40)}…)`)
    case 'moved':
      return `${pens.quiet(`(moved ${hunk.direction})`)} ${drawRuns(hunk.runs, pens) || newer[hunk.new]!.text}`
    default:
      return drawRuns(hunk.runs, pens)
  }
}

function drawRuns(runs: readonly Run[], pens: Pens): string {
  return runs.map((run) => (run.op === 'same' ? run.new : pens[run.op](run.text))).join('')
}
