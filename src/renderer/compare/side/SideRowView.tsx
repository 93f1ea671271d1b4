import type { Comparison } from '../../../domain/diff/comparison.ts'
import type { Article, RevisionInfo } from '../../../domain/timemap.ts'
import { ChangeCard, needsCard } from '../ChangeCard.tsx'
import { KindIcon } from '../KindIcon.tsx'
import { noteOf } from '../notes.ts'
import { spokenKind } from '../RowView.tsx'
import { editsOf } from '../rows.ts'
import type { Side } from '../Runs.tsx'
import { keyed } from '../../ui/keyed.ts'
import type { SideRow } from './cells.ts'
import { SideCell } from './SideCell.tsx'

interface Props {
  readonly side: SideRow
  readonly article: Article
  readonly comparison: Comparison
  readonly versions: Readonly<Record<Side, RevisionInfo>>
  readonly onJump: (key: string) => void
}

/** A row of both versions, with what kind of change it is between them. */
export function SideRowView({ side, article, comparison, versions, onJump }: Props) {
  const { row, same } = side
  const edits = editsOf(row, comparison)
  const note = noteOf(row, edits, '')
  const id = `note-${row.key}`
  const isTold = (edit: number) => side.edits.includes(edit)
  // A text in another language is no longer what the article's markup says.
  const isOther = comparison.replaced === 'language'
  const cell = (of: Side) => (
    <SideCell
      side={of}
      cell={side[of]}
      version={versions[of].label}
      lang={isOther && of === 'newer' ? undefined : (article.lang ?? undefined)}
      dir={isOther ? 'auto' : article.dir}
      origin={{ cite: article.url, at: versions.newer.at }}
      describedBy={note === null || of === 'older' ? undefined : id}
      spoken={row.kind === 'same' ? null : (spokenKind(row) ?? `v${versions[of].label}`)}
      {...{ isTold, onJump }}
    />
  )
  const words = note === null ? '' : [note.title, ...note.lines.map(({ strong, rest }) => strong + rest)].join('\n')
  return (
    <div className={`side-row side-row-${row.kind} ${same ? 'side-row-once' : ''}`} data-row={row.key}>
      {cell('older')}
      <div className="side-mid" data-not-text>
        {row.kind !== 'same' && row.kind !== 'left' && (
          <span className="side-mark" id={id} title={words.trim()}>
            <KindIcon row={row} edits={edits} strokeWidth={2} />
            <span className="hidden-text">{words}</span>
          </span>
        )}
      </div>
      {cell('newer')}
      {keyed(edits.filter(needsCard), (edit) => edit.before + edit.after).map(({ key, item: edit }) => (
        <div className="side-card" key={key}>
          <ChangeCard edit={edit} />
        </div>
      ))}
    </div>
  )
}
