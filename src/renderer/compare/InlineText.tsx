import { useMemo } from 'react'
import { useReadingPreferences } from '../ui/reading.ts'
import type { ComparisonAnswer } from '../../contract/contract.ts'
import type { Timemap } from '../../domain/timemap.ts'
import { ReviewCount } from '../inspector/ReviewCount.tsx'
import { Claims } from './Claims.tsx'
import { claimLines } from './claims.ts'
import { Fold } from './Fold.tsx'
import { HeadlineRow } from './HeadlineRow.tsx'
import { Kicker } from './Kicker.tsx'
import { LeftRow } from './LeftRow.tsx'
import { Noise } from './Noise.tsx'
import { OtherReader } from './OtherReader.tsx'
import { headLength, stopsOf, type Row } from './rows.ts'
import { RowView } from './RowView.tsx'
import { sectionsOf, type Section } from './sections.ts'
import { useSeen } from './seen.ts'
import { twinsOfRow, useTwins } from './twins.ts'
import { Unfinished } from './Unfinished.tsx'
import { Summary } from './Summary.tsx'

interface Props {
  readonly timemap: Timemap
  readonly older: number
  readonly newer: number
  readonly answer: ComparisonAnswer
  readonly rows: readonly Row[]
  readonly folds: Folds
  readonly onJump: (key: string) => void
}

export interface Folds {
  readonly isOpen: (key: string) => boolean
  readonly open: (key: string) => void
  readonly toggle: (key: string) => void
}

/** Two versions as one text. */
export function InlineText({ timemap, older, newer, answer, rows, folds, onJump }: Props) {
  const { article, revisions } = timemap
  const { comparison } = answer
  const between = revisions.slice(older + 1, newer + 1)
  const seen = useSeen(revisions, older, newer)
  const twins = useTwins(comparison, between, article.id)
  const [{ context }] = useReadingPreferences()
  const replaced = comparison.replaced !== null
  const sections = useMemo(() => sectionsOf(rows, { replaced, context }), [rows, replaced, context])
  const headEnd = headLength(sections, (section) => (section.kind === 'row' ? section.row.block : null))
  const origin = { cite: article.url, at: revisions[newer]!.at }
  const claims = claimLines(answer.newer, answer.older, revisions.slice(0, newer + 1))
  const draw = (section: Section) => {
    if (section.kind === 'row') return drawRow(section.row)
    if (folds.isOpen(section.key)) return section.rows.map(drawRow)
    return <Fold key={section.key} rows={section.rows} onOpen={() => folds.open(section.key)} />
  }
  const drawRow = (row: Row) => {
    if (row.kind === 'left') return <LeftRow key={row.key} row={row} onJump={onJump} />
    if (row.block.kind === 'headline')
      return (
        <HeadlineRow
          key={row.key}
          {...{ row, comparison, origin, timemap, between }}
          twins={twinsOfRow(twins, row.edits)}
        />
      )
    return (
      <RowView key={row.key} {...{ row, comparison, origin }} seen={seen(row)} twins={twinsOfRow(twins, row.edits)} />
    )
  }
  const jumpTo = (edit: number) => {
    const row = rows.find((one) => one.kind !== 'left' && one.edits.includes(edit))
    if (row !== undefined) onJump(row.key)
  }
  return (
    <>
      <Summary
        comparison={comparison}
        between={between}
        onJump={jumpTo}
        reviewed={<ReviewCount comparison={comparison} changes={stopsOf(rows).map((row) => row.edits)} />}
      />
      <OtherReader readers={answer.readers} older={revisions[older]!} newer={revisions[newer]!} />
      {comparison.hitTimeout && <Unfinished />}
      <Kicker article={article} />
      {sections.slice(0, headEnd).map(draw)}
      {claims.length > 0 && <Claims lines={claims} />}
      {sections.slice(headEnd).map(draw)}
      <Noise comparison={comparison} folds={answer.folds} />
    </>
  )
}
