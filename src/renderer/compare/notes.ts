import { editKinds, type Edit } from '../../domain/diff/comparison.ts'
import type { BlockKind } from '../../domain/revision.ts'
import { capital, spelled } from '../ui/words.ts'
import type { Row } from './rows.ts'

/** What the margin says of a row: a title, and lines in which the changed words stand out. */
export interface NoteWords {
  readonly title: string
  readonly lines: readonly NoteLine[]
}

interface NoteLine {
  readonly strong: string
  readonly rest: string
}

const titles: Readonly<Record<string, string>> = {
  figure: 'Figure changed',
  name: 'Name changed',
  date: 'Date changed',
  attribution: 'Attribution changed',
  negation: 'Negation changed',
  hedge: 'Qualification changed',
  'hedge added': 'Qualification added',
  'hedge removed': 'Qualification removed',
  spelling: 'Spelling changed',
  punctuation: 'Punctuation changed',
  'words changed': 'Wording changed',
  'typography alone': 'Typography'
}

const plurals: Readonly<Record<string, string>> = {
  'Figure changed': 'figures changed',
  'Name changed': 'names changed',
  'Date changed': 'dates changed',
  'Sentence replaced': 'sentences replaced',
  'Sentence added': 'sentences added',
  'Sentence removed': 'sentences removed',
  'Link changed': 'links changed'
}

const blockNames: Partial<Record<BlockKind, string>> = {
  heading: 'Heading',
  quote: 'Quote',
  'list-item': 'List item',
  'table-row': 'Table row',
  caption: 'Caption',
  image: 'Image',
  embed: 'Embedded page',
  'correction-note': 'Correction note',
  standfirst: 'Standfirst',
  byline: 'Byline',
  dateline: 'Date line',
  headline: 'Headline'
}

/** What a block is called; most are paragraphs. */
function blockName(kind: BlockKind): string {
  return blockNames[kind] ?? 'Paragraph'
}

/** A reason in its parts: `standfirst: figure: six → ten weeks` is `figure` and `six → ten weeks`. */
function partsOf(edit: Edit): { readonly head: string; readonly tail: string } {
  const bare = edit.reason.replace(/^(?:headline|standfirst|byline|date line|caption|link): (?=\S)/u, '')
  const reason = edit.kinds[0] === 'link' ? edit.reason : bare
  const colon = reason.indexOf(': ')
  const whole = colon < 0 ? reason : reason.slice(0, colon)
  const tail = colon < 0 ? '' : reason.slice(colon + 2)
  const also = whole.indexOf('; ')
  if (also < 0) return { head: whole, tail }
  return { head: whole.slice(0, also), tail: `${capital(whole.slice(also + 2))}${tail === '' ? '' : `: ${tail}`}` }
}

/** What one change is called. */
function editTitle(edit: Edit): string {
  const { head } = partsOf(edit)
  return titles[head] ?? capital(head)
}

/** The changed words: each pair on its own line with its noun. */
function editLines(edit: Edit): readonly NoteLine[] {
  const { tail } = partsOf(edit)
  if (tail === '') return []
  return tail.split(/, (?=\S+ → )/u).map((part) => {
    const pair = /^(.+? → \S+)(.*)$/u.exec(part)
    const known = `${edit.before} → ${edit.after}`
    if (part.startsWith(known)) return { strong: known, rest: part.slice(known.length) }
    return pair === null ? { strong: '', rest: part } : { strong: pair[1]!, rest: pair[2]! }
  })
}

function rank(edit: Edit): number {
  return editKinds.indexOf(edit.kinds[0] ?? 'wording')
}

/** What happened to a row, for the margin. `seen` says in which version, where that is known. */
export function noteOf(row: Row, edits: readonly Edit[], seen: string): NoteWords | null {
  const what = blockName(row.block.kind)
  if (row.kind === 'added') return { title: `${what} added`, lines: [{ strong: '', rest: seen }] }
  if (row.kind === 'removed') return { title: `${what} removed`, lines: [{ strong: '', rest: seen }] }
  if (row.kind === 'moved') return movedNote(row, edits)
  if (row.kind !== 'changed') return null
  const told = edits.toSorted((a, b) => rank(a) - rank(b))
  const first = told[0]
  if (first === undefined) return { title: `${what} changed`, lines: [] }
  const name = editTitle(first)
  const alike = told.filter((edit) => editTitle(edit) === name)
  const plural = plurals[name]
  const title = alike.length > 1 && plural !== undefined ? `${capital(spelled(alike.length))} ${plural}` : name
  const others = told.filter((edit) => editTitle(edit) !== name)
  return { title, lines: [...alike.slice(0, 4).flatMap(editLines), ...othersLines(others)] }
}

/** Other changes of the row: each kind once, the material ones with their words. */
function othersLines(edits: readonly Edit[]): readonly NoteLine[] {
  const names = [...new Set(edits.map(editTitle))]
  return names.slice(0, 4).map((rest) => ({ strong: '', rest }))
}

function movedNote(row: Row, edits: readonly Edit[]): NoteWords {
  const inside = edits.filter((edit) => edit.kinds[0] !== 'moved')
  const place = { strong: '', rest: row.move?.words ?? '' }
  return { title: `Moved ${row.move?.direction}`, lines: [place, ...othersLines(inside)] }
}
