import type { Block, BlockKind, Content } from '../revision.ts'
import { readCorrectionNote, type CorrectionNote } from './correction-note.ts'

/** A note that a page carries, and the block it stands in. */
export interface Note extends CorrectionNote {
  readonly text: string
}

/** Blocks that may be such a note without being marked as one. */
const unmarked = new Set<BlockKind>(['paragraph', 'list-item', 'heading'])

function noteOf({ kind, text }: Block): Note | null {
  if (kind !== 'correction-note' && !unmarked.has(kind)) return null
  const note = readCorrectionNote(text)
  if (note === null) return kind === 'correction-note' ? { text, statement: text, langs: [] } : null
  return { text, ...note }
}

/** The notes about changes that a revision carries. */
export function notesOf({ blocks }: Content): Note[] {
  return blocks.map(noteOf).filter((note) => note !== null)
}

/** One sentence of a note, in small letters. */
export interface Statement {
  readonly text: string
  readonly langs: readonly string[]
}

const sentenceEnd = /(?<=[\p{L}\p{M}\p{N})"”»]{3}[.!?؟।]["”»]?)\s+|(?<=[。！？])/u

/** What the notes of the newer revision say that no note of the older one says. */
export function newStatements(older: Content, newer: Content): Statement[] {
  const there = new Set(older.blocks.map(({ text }) => text))
  const blocks = newer.blocks.filter(({ text }) => !there.has(text))
  const notes = notesOf({ blocks, claims: [] })
  if (notes.length === 0) return []
  const said = new Set(
    notesOf(older)
      .flatMap(statementsOf)
      .map(({ text }) => text)
  )
  return notes.flatMap(statementsOf).filter(({ text }) => !said.has(text))
}

function statementsOf({ statement, langs }: Note): Statement[] {
  return statement
    .split(sentenceEnd)
    .map((text) => ({ text: text.trim().toLowerCase(), langs }))
    .filter(({ text }) => text !== '')
}
