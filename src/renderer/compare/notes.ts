import { t, type Key } from '../../catalogue/words.ts'
import { editKinds, type Edit } from '../../domain/diff/comparison.ts'
import { moveWords } from './moves.ts'
import { reasonOf, reasonTitle, whatOf, type Reason } from './reasons.ts'
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

/** What several changes of one kind are called together. */
const several: Partial<Record<Key, Key>> = {
  'change.figure': 'change.severalFigures',
  'change.name': 'change.severalNames',
  'change.date': 'change.severalDates',
  'change.link': 'change.severalLinks'
}
const severalSentences: Partial<Record<Key, Key>> = {
  'change.replaced': 'change.severalReplaced',
  'change.added': 'change.severalAdded',
  'change.removed': 'change.severalRemoved'
}

/** `Two figures changed`; null where a kind is told each by itself. */
function severalTitle({ key, values }: Reason, n: number): string | null {
  const together = values.what === 'sentence' ? severalSentences[key] : several[key]
  return n < 2 || together === undefined ? null : t(together, { n })
}

/** What one change is called. */
export function editTitle(edit: Edit): string {
  return reasonTitle(reasonOf(edit.reason))
}

/** The changed words: each pair on its own line with its noun. */
export function editLines(edit: Edit): readonly NoteLine[] {
  const { words, also } = reasonOf(edit.reason)
  if (also !== null) {
    const change = reasonTitle(also)
    return [{ strong: '', rest: also.words === '' ? change : t('change.with', { change, words: also.words }) }]
  }
  if (words === '') return []
  return words.split(/, (?=\S+ → )/u).map((part) => {
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
  const what = whatOf(row.block.kind)
  const whole = { added: 'change.added', removed: 'change.removed' } as const
  if (row.kind === 'added' || row.kind === 'removed') {
    return { title: t(whole[row.kind], { what }), lines: [{ strong: '', rest: seen }] }
  }
  if (row.kind === 'moved') return movedNote(row, edits)
  if (row.kind !== 'changed') return null
  const told = edits.toSorted((a, b) => rank(a) - rank(b))
  const first = told[0]
  if (first === undefined) return { title: t('change.changed', { what }), lines: [] }
  const name = editTitle(first)
  const alike = told.filter((edit) => editTitle(edit) === name)
  const title = severalTitle(reasonOf(first.reason), alike.length) ?? name
  const others = told.filter((edit) => editTitle(edit) !== name)
  return { title, lines: [...alike.slice(0, 4).flatMap(editLines), ...othersLines(others)] }
}

/** Other changes of the row: each kind once. */
function othersLines(edits: readonly Edit[]): readonly NoteLine[] {
  const names = [...new Set(edits.map(editTitle))]
  return names.slice(0, 4).map((rest) => ({ strong: '', rest }))
}

function movedNote({ move }: Row, edits: readonly Edit[]): NoteWords {
  const inside = edits.filter((edit) => edit.kinds[0] !== 'moved')
  const place = { strong: '', rest: move === null ? '' : moveWords(move) }
  const title = t(move?.direction === 'down' ? 'change.movedDown' : 'change.movedUp')
  return { title, lines: [place, ...othersLines(inside)] }
}
