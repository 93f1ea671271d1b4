import { styleText } from 'node:util'
import type { Comparison, Edit, Hunk, Run } from '../domain/diff/comparison.ts'
import type { Block, Content } from '../domain/revision.ts'
import { summaryText } from '../domain/summary.ts'
import { forTerminal } from './words.ts'

interface Pens {
  readonly removed: (text: string) => string
  readonly added: (text: string) => string
  readonly quiet: (text: string) => string
}

const marks: Pens = { removed: (text) => `[-${text}-]`, added: (text) => `{+${text}+}`, quiet: (text) => text }
const colours: Pens = {
  removed: (text) => styleText(['red', 'strikethrough'], text, { validateStream: false }),
  added: (text) => styleText(['blue', 'underline'], text, { validateStream: false }),
  quiet: (text) => styleText('dim', text, { validateStream: false })
}

interface Drawing {
  readonly olds: readonly Block[]
  readonly news: readonly Block[]
  readonly edits: readonly Edit[]
  readonly pens: Pens
}

/** A hunk with the numbers of its edits. */
interface Place<H extends Hunk = Hunk> {
  readonly hunk: H
  readonly edits: readonly number[]
}

/** The whole comparison as text: every block, unchanged runs of them counted, then the folded edits and the summary. */
export function redline(older: Content, newer: Content, comparison: Comparison, colour: boolean): string {
  const { edits, summary } = comparison
  const pens = colour ? colours : marks
  const drawing = { olds: older.blocks, news: newer.blocks, edits, pens }
  const blocks = foldSame(comparison).flatMap((part) =>
    typeof part === 'number' ? [pens.quiet(`(${part} unchanged)`)] : drawHunk(drawing, part)
  )
  const folded = edits
    .filter((edit) => edit.folded)
    .map((edit) => pens.quiet(`(folded as ${edit.rule}: ${becoming(edit)})`))
  return `${[...blocks, ...folded, summaryText(summary)].join('\n\n')}\n`
}

/** The hunks, with each run of unchanged ones as its length. */
function foldSame({ hunks, edits }: Comparison): (Place | number)[] {
  const found = Map.groupBy(edits.keys(), (index) => edits[index]!.hunk)
  const parts: (Place | number)[] = []
  for (const [at, hunk] of hunks.entries()) {
    const last = parts.at(-1)
    if (hunk.op !== 'same') parts.push({ hunk, edits: found.get(at) ?? [] })
    else if (typeof last === 'number') parts[parts.length - 1] = last + 1
    else parts.push(1)
  }
  return parts
}

function drawHunk(drawing: Drawing, { hunk, edits }: Place): string[] {
  const { olds, news, pens } = drawing
  const isFolded = edits.length > 0 && edits.every((index) => drawing.edits[index]!.folded)
  switch (hunk.op) {
    case 'same':
      return [forTerminal(news[hunk.new]!.text)]
    case 'added':
      return isFolded ? [] : [pens.added(forTerminal(news[hunk.new]!.text))]
    case 'removed':
      return isFolded ? [] : [pens.removed(forTerminal(olds[hunk.old]!.text))]
    case 'moved-away':
      return [pens.quiet(`(moved from here: ${forTerminal(olds[hunk.old]!.text).slice(0, 40)}…)`)]
    default:
      return [drawCompared(drawing, { hunk, edits })]
  }
}

type Compared = Extract<Hunk, { readonly runs: readonly Run[] }>

/** A block with its marks; above it how it moved or was split, below it what its words do not show, such as a link. */
function drawCompared(drawing: Drawing, { hunk, edits }: Place<Compared>): string {
  const drawn = new Set(hunk.runs.map((run) => (run.op === 'same' ? null : run.edit)))
  const others = edits.filter((index) => !drawn.has(index)).map((index) => drawing.edits[index]!)
  const moves = others.filter(({ kinds }) => hunk.op !== 'edited' && kinds.includes(hunk.op))
  const asides = others.filter((edit) => !edit.folded && edit.before + edit.after !== '')
  return [
    ...moves.map(({ reason }) => drawing.pens.quiet(`(${reason})`)),
    hunk.runs.map((run) => drawRun(drawing, run, hunk.op)).join(''),
    ...asides.map((edit) => drawing.pens.quiet(`(${forTerminal(edit.reason)}: ${becoming(edit)})`))
  ].join('\n')
}

/** What is folded is listed below: in the text it stands as it is now. */
function drawRun({ pens, edits }: Drawing, run: Run, op: Compared['op']): string {
  if (run.op === 'same') return op === 'edited' ? forTerminal(run.new) : drawBreaks(run, pens)
  const text = forTerminal(run.text).replaceAll('\n', run.op === 'added' ? '¶\n' : '¶')
  if (edits[run.edit]!.folded) return run.op === 'added' ? text : ''
  return pens[run.op](text)
}

/** Words that stayed, with a pilcrow where a paragraph was split, or was merged with the next. */
function drawBreaks({ old, new: newer }: { readonly old: string; readonly new: string }, pens: Pens): string {
  const isAligned = old.length === newer.length
  return forTerminal(newer)
    .split('')
    .map((character, at) => {
      if (!isAligned || (old[at] === '\n') === (character === '\n')) return character
      return character === '\n' ? `${pens.added('¶')}\n` : `${pens.removed('¶')}${character}`
    })
    .join('')
}

/** The changed words of an edit as one line. */
function becoming({ before, after }: Edit): string {
  const [old, newer] = [forTerminal(before), forTerminal(after)]
  if (old === '') return `${newer} added`
  return newer === '' ? `${old} removed` : `${old} → ${newer}`
}
