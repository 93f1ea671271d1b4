import { textKey } from '../diff/keys.ts'
import type { Comparison, Edit, Hunk, Run } from '../diff/comparison.ts'

/** A change of fewer words is told apart by the words beside it too: 12 became 14 in many a story. */
const tellingWords = 8
const besideWords = 2

/**
 * For each edit a hash that is the same wherever somebody made the same edit: over what was changed into what, and the
 * words beside a short change, folded in case, spaces and typography. Null for what is folded or minor, and for moves.
 */
export function editHashes({ hunks, edits }: Pick<Comparison, 'hunks' | 'edits'>): (string | null)[] {
  const sides = new Map(hunks.flatMap(sidesIn))
  return edits.map((edit, index) => {
    const text = edit.before + edit.after
    return edit.folded || edit.minor || text === ''
      ? null
      : hashOf(edit, isLong(text) ? alone : (sides.get(index) ?? alone))
  })
}

interface Sides {
  readonly left: string
  readonly right: string
}

const alone: Sides = { left: '', right: '' }
const word = /[\p{L}\p{M}\p{N}]+/gu

/** The unchanged words beside each edit of a hunk. */
function sidesIn(hunk: Hunk): [edit: number, sides: Sides][] {
  const runs = 'runs' in hunk ? hunk.runs : []
  const places = Map.groupBy(runs.keys(), (at) => editOf(runs[at]!))
  places.delete(null)
  return [...places].map(([edit, at]) => {
    const left = wordsOf(runs[at[0]! - 1])
      .slice(-besideWords)
      .join(' ')
    const right = wordsOf(runs[at.at(-1)! + 1])
      .slice(0, besideWords)
      .join(' ')
    return [edit!, { left, right }]
  })
}

function editOf(run: Run): number | null {
  return run.op === 'same' ? null : run.edit
}

function wordsOf(run: Run | undefined): string[] {
  return run?.op === 'same' ? (folded(run.new).match(word) ?? []) : []
}

function isLong(text: string): boolean {
  return (text.match(word) ?? []).length >= tellingWords
}

function hashOf({ before, after }: Edit, { left, right }: Sides): string {
  return hashText([left, folded(before), folded(after), right].join('\n'))
}

function folded(text: string): string {
  return textKey(text.toLowerCase())
}

/** Two 32-bit multiplicative hashes of different factors that stir each other at the end, as 16 hexadecimal digits. */
export function hashText(text: string): string {
  let [one, two] = [0x9e3779b9, 0x85ebca6b]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, 0x85ebca77)
    two = Math.imul(two ^ code, 0xc2b2ae3d)
  }
  one = Math.imul(one ^ (one >>> 16), 0x7feb352d) ^ Math.imul(two ^ (two >>> 13), 0x846ca68b)
  two = Math.imul(two ^ (two >>> 16), 0x7feb352d) ^ Math.imul(one ^ (one >>> 13), 0x846ca68b)
  return [one, two].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
