import { t } from '../../catalogue/words.ts'
import type { TwinPlace } from '../../contract/twins.ts'
import type { Comparison } from '../../domain/diff/comparison.ts'
import { HideButton } from '../noise/HideButton.tsx'
import { keyed } from '../ui/keyed.ts'
import { ReviewButton } from '../inspector/ReviewButton.tsx'
import { BlockText } from './BlockText.tsx'
import { ChangeCard, needsCard } from './ChangeCard.tsx'
import { Gutter } from './Gutter.tsx'
import { Note } from './Note.tsx'
import { noteOf } from './notes.ts'
import { whatOf } from './reasons.ts'
import { editsOf, type Row } from './rows.ts'
import { WholeAdded, WholeRemoved, type Origin } from './Marks.tsx'
import { PlainText, Runs } from './Runs.tsx'
import { Twins } from './Twins.tsx'

interface Props {
  readonly row: Row
  readonly comparison: Comparison
  readonly origin: Origin
  /** In which version it came or went, where that is known. */
  readonly seen: string
  /** Other articles in which an edit of the row was made. */
  readonly twins: readonly TwinPlace[]
}

/** One row of the inline view: mark, text, note. */
export function RowView({ row, comparison, origin, seen, twins }: Props) {
  const edits = editsOf(row, comparison)
  const note = noteOf(row, edits, seen)
  const noteId = `note-${row.key}`
  const isWhole = row.kind === 'added' || row.kind === 'removed'
  const spoken = spokenKind(row)
  return (
    <div className={`row row-${row.kind}`} data-row={row.key}>
      {row.kind !== 'same' && <Gutter row={row} />}
      <div className="row-text">
        <BlockText block={row.block} describedBy={note === null ? undefined : noteId}>
          {spoken !== null && <span className="hidden-text">[{spoken}] </span>}
          <RowWords {...{ row, origin, isWhole }} />
        </BlockText>
        {keyed(edits.filter(needsCard), (edit) => edit.before + edit.after).map(({ key, item: edit }) => (
          <ChangeCard key={key} edit={edit} />
        ))}
      </div>
      {note !== null && (
        <Note
          id={noteId}
          note={note}
          review={<ReviewButton {...{ comparison }} edits={row.edits} title={note.title} />}
        >
          <Twins places={twins} />
          <HideButton edits={row.edits} all={comparison.edits} />
        </Note>
      )}
    </div>
  )
}

/** `added paragraph`: what happened to the whole block, for those who hear it. */
export function spokenKind({ kind, block }: Row): string | null {
  if (kind !== 'added' && kind !== 'removed' && kind !== 'moved') return null
  return t('mark.spoken', { kind, what: whatOf(block.kind) })
}

interface WordsProps {
  readonly row: Row
  readonly origin: Origin
  readonly isWhole: boolean
}

export function RowWords({ row, origin, isWhole }: WordsProps) {
  if (row.runs !== null) {
    return <Runs block={row.block} runs={row.runs} origin={origin} isTold={(edit) => row.edits.includes(edit)} />
  }
  if (!isWhole) return <PlainText block={row.block} />
  if (row.kind === 'removed') return <WholeRemoved origin={origin}>{row.block.text}</WholeRemoved>
  return (
    <WholeAdded origin={origin}>
      <PlainText block={row.block} />
    </WholeAdded>
  )
}
