import { t } from '../../catalogue/words.ts'
import { UnfoldVertical } from 'lucide-react'
import { direction } from '../../catalogue/words.ts'
import { foldName } from './sections.ts'
import type { Row } from './rows.ts'

interface Props {
  readonly rows: readonly Row[]
  readonly onOpen: () => void
}

/** Rows that need not be read, as one line; it opens downward. */
export function Fold({ rows, onOpen }: Props) {
  const name = foldName(rows)
  return (
    <div
      className="row fold"
      data-row={rows[0]!.key}
      data-holds={rows.map((row) => row.key).join(' ')}
      dir={direction()}
    >
      <div className="row-text fold-line" data-not-text>
        <button type="button" onClick={onOpen} title={t('fold.title')}>
          <UnfoldVertical className="icon" strokeWidth={1.75} aria-hidden="true" />
          <span className="hidden-text">{t('fold.show')} </span>
          {name}
        </button>
      </div>
    </div>
  )
}
