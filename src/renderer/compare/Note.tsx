import type { ReactNode } from 'react'
import { direction } from '../../catalogue/words.ts'
import { Arrowed } from '../ui/Arrowed.tsx'
import { keyed } from '../ui/keyed.ts'
import type { NoteWords } from './notes.ts'

interface Props {
  readonly id: string
  readonly note: NoteWords
  /** What can be done with the change. */
  readonly review?: ReactNode
  readonly children?: ReactNode
}

/** A margin note; it describes the block beside it. */
export function Note({ id, note, review, children }: Props) {
  return (
    <div className="note" id={id} role="note" dir={direction()} data-not-text>
      <b>{note.title}</b>
      {keyed(note.lines, (line) => line.strong + line.rest).map(({ key, item: line }) => (
        <span className="note-line" key={key} dir="auto">
          {line.strong !== '' && (
            <span className="note-strong">
              <Arrowed text={line.strong} />
            </span>
          )}
          {line.rest === '' ? '\u00a0' : line.rest}
        </span>
      ))}
      {children}
      {review}
    </div>
  )
}
