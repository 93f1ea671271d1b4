import type { Block, BlockKind, Content } from '../revision.ts'
import type { FoundChanges } from './found-changes.ts'
import { readCorrectionNote, type CorrectionNote } from './correction-note.ts'

/** A note that a page carries. */
interface Note extends CorrectionNote {
  readonly text: string
  /** Its place among the blocks. */
  readonly at: number
}

/** Blocks that may be such a note without being marked as one. */
const unmarked = new Set<BlockKind>(['paragraph', 'list-item', 'heading'])

/** The notes about changes that a revision carries, those left out whose text `known` has. */
export function notesOf({ blocks }: Content, known: ReadonlySet<string> = new Set()): Note[] {
  return blocks.flatMap((block, at) => {
    const note = known.has(block.text) ? null : noteOf(block)
    return note === null ? [] : [{ text: block.text, at, ...note }]
  })
}

function noteOf({ kind, text }: Block): CorrectionNote | null {
  if (kind !== 'correction-note' && !unmarked.has(kind)) return null
  return readCorrectionNote(text) ?? (kind === 'correction-note' ? { statement: text, langs: [] } : null)
}

/** One sentence of a note, in small letters. */
export interface Statement {
  readonly text: string
  readonly langs: readonly string[]
}

const sentenceEnd = /(?<=[\p{L}\p{M}\p{N})"”»]{3}[.!?؟।]["”»]?)\s+|(?<=[。！？])/u

interface NewlySaid {
  readonly statements: readonly Statement[]
  /** The places of the notes that say it. */
  readonly at: ReadonlySet<number>
}

/** What the notes of the newer revision say that no note of the older one says. */
export function newlySaid({ older, newer, lang }: Omit<FoundChanges, 'hunks' | 'edits'>): NewlySaid {
  const notes = notesOf(newer, new Set(older.blocks.map(({ text }) => text)))
  const said = new Set(
    notes.length === 0
      ? []
      : notesOf(older)
          .flatMap(statementsOf)
          .map(({ text }) => text)
  )
  const statements = notes.flatMap(statementsOf).filter(({ text }) => !said.has(text))
  return {
    statements: statements.map(({ text, langs }) => ({ text, langs: narrowed(langs, lang()) })),
    at: new Set(notes.map(({ at }) => at))
  }
}

/** "Correction" is English and French: the language of the article decides. */
function narrowed(langs: readonly string[], lang: string | null): readonly string[] {
  const own = lang?.split('-', 1)[0]?.toLowerCase()
  return own !== undefined && langs.includes(own) ? [own] : langs
}

function statementsOf({ statement, langs }: Note): Statement[] {
  return statement
    .split(sentenceEnd)
    .map((text) => ({ text: text.trim().toLowerCase(), langs }))
    .filter(({ text }) => text !== '')
}
