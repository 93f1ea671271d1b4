import { t } from '../../catalogue/words.ts'
import type { Content } from '../../domain/revision.ts'
import type { Timemap } from '../../domain/timemap.ts'
import { BlockText } from './BlockText.tsx'
import { Claims } from './Claims.tsx'
import { claimLines } from './claims.ts'
import { Kicker } from './Kicker.tsx'
import { NoChanges } from './NoChanges.tsx'
import { headLength, type Row } from './rows.ts'
import { PlainText } from './Runs.tsx'

interface Props {
  readonly timemap: Timemap
  readonly index: number
  readonly content: Content
  readonly rows: readonly Row[]
}

/** One version, clean; a thin line marks what differs from the version before. */
export function ReadText({ timemap, index, content, rows }: Props) {
  const { article, revisions } = timemap
  const headEnd = headLength(rows, (row) => row.block)
  const claims = claimLines(content, null, revisions.slice(0, index + 1))
  const before = revisions[index - 1]
  const draw = (row: Row) => (
    <div key={row.key} className={`row row-read ${row.kind === 'changed' ? 'row-differs' : ''}`} data-row={row.key}>
      {row.kind === 'changed' && (
        <div className="gutter" aria-hidden="true" title={t('read.differs', { v: before?.label })}>
          <span className="gutter-bar" />
        </div>
      )}
      <div className="row-text">
        <BlockText block={row.block}>
          {row.kind === 'changed' && (
            <span className="hidden-text">[{t('read.differsSpoken', { v: before?.label })}] </span>
          )}
          <PlainText block={row.block} />
        </BlockText>
      </div>
    </div>
  )
  return (
    <>
      {revisions.length === 1 && <NoChanges timemap={timemap} />}
      <Kicker article={article} />
      {rows.slice(0, headEnd).map(draw)}
      {claims.length > 0 && <Claims lines={claims} />}
      {rows.slice(headEnd).map(draw)}
    </>
  )
}
