import { direction, t } from '../../../catalogue/words.ts'
import type { Article } from '../../../domain/timemap.ts'
import type { Comparison } from '../../../domain/diff/comparison.ts'
import { ReviewButton } from '../../inspector/ReviewButton.tsx'
import { keyed } from '../../ui/keyed.ts'
import { Arrowed } from '../../ui/Arrowed.tsx'
import { ChangeCard, needsCard } from '../ChangeCard.tsx'
import { isReplaced } from '../headline.ts'
import { KindIcon } from '../KindIcon.tsx'
import { WholeAdded, WholeRemoved, type Origin } from '../Marks.tsx'
import { moveWords } from '../moves.ts'
import { noteOf, type NoteWords } from '../notes.ts'
import { whatOf } from '../reasons.ts'
import { Runs } from '../Runs.tsx'
import type { Row } from '../rows.ts'
import { beginning, excerpt } from './excerpt.ts'
import type { Item } from './items.ts'
import { versionList } from './versions.ts'

interface Props {
  readonly item: Item
  readonly comparison: Comparison
  readonly article: Article
  readonly origin: Origin
  /** Who says the words of an altered quotation, where the text tells. */
  readonly speaker: string | null
  readonly onOpen: (key: string) => void
}

const ownings = {
  silent: 'silent.silent',
  unnamed: 'silent.unnamed',
  noted: 'silent.noted',
  'metadata-only': 'silent.metadata'
} as const

/** One change by itself: what it is, its words, when it came and whether the page said so. */
export function ChangeItem({ item, comparison, article, origin, speaker, onOpen }: Props) {
  const { row, edits, number, owning } = item
  const { title, lines } = noteOf(row, edits, '') ?? { title: '', lines: [] }
  const named = speaker === null ? title : t('change.with', { change: title, words: speaker })
  const facts = [versionList(item.versions), owning === null ? '' : t(ownings[owning])]
    .filter((words) => words !== '')
    .join(', ')
  return (
    <li className={`change change-${row.kind}`} data-row={row.key}>
      <span className="change-number" aria-hidden="true">
        {number}
      </span>
      <div className="change-body">
        <div className="change-head">
          <span className="change-disc" aria-hidden="true">
            <KindIcon row={row} edits={edits} strokeWidth={2.25} />
          </span>
          <button type="button" className="change-open" onClick={() => onOpen(row.key)}>
            {row.kind === 'moved' ? t('change.moved', { what: whatOf(row.block.kind) }) : named}
          </button>
          <Figures lines={lines} />
          <span className="change-facts">{facts}</span>
          <ReviewButton comparison={comparison} edits={row.edits} title={title} />
        </div>
        <div className="change-words" lang={article.lang ?? undefined} dir={article.dir}>
          <ChangeWords row={row} origin={origin} />
        </div>
        {keyed(edits.filter(needsCard), (edit) => edit.before + edit.after).map(({ key, item: edit }) => (
          <ChangeCard key={key} edit={edit} />
        ))}
      </div>
    </li>
  )
}

/** Figures with what they count: the words around them may lie far off. */
function Figures({ lines }: Pick<NoteWords, 'lines'>) {
  const told = lines.filter(({ strong, rest }) => strong.includes(' → ') && rest.trim() !== '')
  return keyed(told, ({ strong, rest }) => strong + rest).map(({ key, item: { strong, rest } }) => (
    <span className="change-figure" key={key}>
      <Arrowed text={strong} />
      {rest}
    </span>
  ))
}

function ChangeWords({ row, origin }: { readonly row: Row; readonly origin: Origin }) {
  const { kind, block, before, runs, move, edits } = row
  const isTold = (edit: number) => edits.includes(edit)
  const bare = { ...block, links: undefined }
  if (kind === 'added')
    return (
      <p className="change-whole">
        <WholeAdded origin={origin}>{beginning(block.text)}</WholeAdded>
      </p>
    )
  if (kind === 'removed')
    return (
      <p className="change-whole">
        <WholeRemoved origin={origin}>{beginning(block.text)}</WholeRemoved>
      </p>
    )
  const words = runs?.some((run) => run.op !== 'same' && isTold(run.edit)) ? excerpt(runs, isTold) : null
  if (kind === 'moved') {
    return (
      <>
        <p>
          <span className="change-moved-words">{beginning(block.text, 60)}</span>{' '}
          <span dir={direction()}>{move === null ? '' : moveWords(move)}</span>
        </p>
        {words !== null && (
          <p>
            <Runs block={bare} runs={words} origin={origin} isTold={isTold} />
          </p>
        )}
      </>
    )
  }
  if (block.kind === 'headline' && runs !== null && isReplaced(runs)) {
    return (
      <>
        <p>
          <WholeRemoved origin={origin}>{before?.text}</WholeRemoved>
        </p>
        <p>
          <WholeAdded origin={origin}>{block.text}</WholeAdded>
        </p>
      </>
    )
  }
  return words === null ? (
    <p>{beginning(block.text)}</p>
  ) : (
    <p>
      <Runs block={bare} runs={words} origin={origin} isTold={isTold} />
    </p>
  )
}
