import type { Block, BlockKind, Content } from '../../src/domain/revision.ts'
import type { Comparison, Edit, Hunk, Run } from '../../src/domain/diff/comparison.ts'
import { applyBackward, applyForward } from '../../src/domain/diff/apply.ts'
import { compare } from '../../src/domain/diff/compare.ts'

/** A revision of paragraphs, or of blocks of another kind written as `kind: text`. */
export function revision(...blocks: readonly (string | Block)[]): Content {
  return { blocks: blocks.map((block) => (typeof block === 'string' ? paragraph(block) : block)), claims: [] }
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}

export function block(kind: BlockKind, text: string): Block {
  return { kind, text }
}

/** Runs as text: `[-removed-]`, `{+added+}`, and the newer wording of what is the same. */
export function redline(runs: readonly Run[]): string {
  const mark = (run: Run) => {
    if (run.op === 'same') return run.new.replaceAll('\n', '¶')
    return run.op === 'removed' ? `[-${run.text}-]` : `{+${run.text}+}`
  }
  return runs.map(mark).join('')
}

/** One line for each hunk: `= text`, `+ text`, `- text`, `~ redline`, `up redline` ... */
export function outline(older: Content, newer: Content, comparison: Comparison): string[] {
  const signs = {
    same: '=',
    edited: '~',
    added: '+',
    removed: '-',
    split: 'split',
    merged: 'merged',
    'moved-away': 'away'
  }
  return comparison.hunks.map((hunk) => {
    if (hunk.op === 'moved') return `${hunk.direction} ${redline(hunk.runs)}`
    if ('runs' in hunk) return `${signs[hunk.op]} ${redline(hunk.runs)}`
    return `${signs[hunk.op]} ${hunk.op === 'added' ? newer.blocks[hunk.new]!.text : older.blocks[hunk.old]!.text}`
  })
}

/** Compares two texts of one block. */
export function compareText(before: string | Block, after: string | Block, lang = 'en'): Comparison {
  return compare(revision(before), revision(after), { lang })
}

export function redlineOf(before: string | Block, after: string | Block, lang = 'en'): string {
  return compareText(before, after, lang)
    .hunks.map((hunk) => ('runs' in hunk ? redline(hunk.runs) : hunk.op))
    .join(' ')
}

export function unfolded({ edits }: Comparison): Edit[] {
  return edits.filter(({ folded }) => !folded)
}

/** Both revisions, each rebuilt from the other by the comparison alone. */
export function rebuilt(older: Content, newer: Content, comparison: Comparison) {
  const [olds, news] = [older, newer].map(({ blocks }) => blocks.map(({ text }) => text))
  const added = comparison.hunks.flatMap((hunk: Hunk) => (hunk.op === 'added' ? [news![hunk.new]!] : []))
  const removed = comparison.hunks.flatMap((hunk: Hunk) => (hunk.op === 'removed' ? [olds![hunk.old]!] : []))
  return { older: applyBackward(comparison, news!, removed), newer: applyForward(comparison, olds!, added), olds, news }
}
