import { t } from '../../catalogue/words.ts'
import { useState } from 'react'
import type { Comparison } from '../../domain/diff/comparison.ts'
import type { TwinPlace } from '../../contract/twins.ts'
import type { RevisionInfo, Timemap } from '../../domain/timemap.ts'
import { useKeys } from '../app/keys.ts'
import { ReviewButton } from '../inspector/ReviewButton.tsx'
import { Gutter } from './Gutter.tsx'
import { groupsWithin, groupWords, headlineNote, isReplaced, ladderOf } from './headline.ts'
import { Ladder } from './Ladder.tsx'
import { Note } from './Note.tsx'
import { RowWords } from './RowView.tsx'
import { Twins } from './Twins.tsx'
import type { Row } from './rows.ts'
import { WholeAdded, WholeRemoved, type Origin } from './Marks.tsx'

interface Props {
  readonly row: Row
  readonly comparison: Comparison
  readonly origin: Origin
  readonly timemap: Timemap
  /** The revisions after the older one, up to the newer one. */
  readonly between: readonly RevisionInfo[]
  /** Other articles in which an edit of it was made. */
  readonly twins: readonly TwinPlace[]
}

/** The headline: a redline, or the old one struck above the new where most words changed. */
export function HeadlineRow({ row, comparison, origin, timemap, between, twins }: Props) {
  const [open, setOpen] = useState(false)
  const { revisions, headlines } = timemap
  const ladder = ladderOf(revisions)
  useKeys({ h: () => ladder.length > 1 && setOpen(!open) })
  const isWhole = row.kind === 'added' || row.kind === 'removed'
  const replaced = row.runs !== null && isReplaced(row.runs)
  const { title, text } = headlineNote(between)
  const turns = groupsWithin(headlines, revisions, between).map((group) => ({ strong: '', rest: groupWords(group) }))
  const note = { title, lines: [...(text === '' ? [] : [{ strong: '', rest: text }]), ...turns] }
  return (
    <div className={`row row-${row.kind} row-headline`} data-row={row.key}>
      {row.kind !== 'same' && <Gutter row={{ ...row, kind: 'changed' }} />}
      <div className="row-text">
        {replaced && (
          <p className="old-headline">
            <span className="hidden-text">[{t('mark.oldHeadline')}] </span>
            <WholeRemoved origin={origin}>{row.before?.text}</WholeRemoved>
          </p>
        )}
        <h1 className="block block-headline" aria-describedby={row.kind === 'same' ? undefined : 'note-headline'}>
          {replaced ? (
            <>
              <span className="hidden-text">[{t('mark.newHeadline')}] </span>
              <WholeAdded origin={origin}>{row.block.text}</WholeAdded>
            </>
          ) : (
            <RowWords {...{ row, origin, isWhole }} />
          )}
        </h1>
        {open && <Ladder rungs={ladder} groups={headlines} revisions={revisions} />}
      </div>
      {row.kind !== 'same' && (
        <Note id="note-headline" note={note} review={<ReviewButton {...{ comparison, title }} edits={row.edits} />}>
          {ladder.length > 1 && (
            <button type="button" className="text-button" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? t('headline.hide') : t('headline.showAll', { n: ladder.length })}
            </button>
          )}
          <Twins places={twins} />
        </Note>
      )}
    </div>
  )
}
