import { useMemo } from 'react'
import { direction, t } from '../../../catalogue/words.ts'
import { clock } from '../../ui/clock.ts'
import { useReadingPreferences } from '../../ui/reading.ts'
import { windowTitle } from '../../ui/time.ts'
import { Fold } from '../Fold.tsx'
import type { InlineText } from '../InlineText.tsx'
import { Noise } from '../Noise.tsx'
import { OtherReader } from '../OtherReader.tsx'
import { sectionsOf } from '../sections.ts'
import { Unfinished } from '../Unfinished.tsx'
import type { ComponentProps } from 'react'
import type { RevisionInfo } from '../../../domain/timemap.ts'
import { sideRows } from './cells.ts'
import { SideRowView } from './SideRowView.tsx'

/** Two versions beside each other, in rows that begin at the same height. */
export function SideText({ timemap, older, newer, answer, rows, folds, onJump }: ComponentProps<typeof InlineText>) {
  const { article, revisions } = timemap
  const { comparison } = answer
  const [{ context }] = useReadingPreferences()
  const replaced = comparison.replaced !== null
  const sections = useMemo(() => sectionsOf(rows, { replaced, context }), [rows, replaced, context])
  const sides = useMemo(() => new Map(sideRows(rows).map((side) => [side.row.key, side])), [rows])
  const versions = { older: revisions[older]!, newer: revisions[newer]! }
  const shared = { article, comparison, versions, onJump }
  return (
    <>
      <div className="side-heads" data-not-text dir={article.dir}>
        <Head revision={versions.older} name={t('side.older')} />
        <Head revision={versions.newer} name={t('side.newer')} />
      </div>
      <OtherReader readers={answer.readers} {...versions} />
      {comparison.hitTimeout && <Unfinished />}
      {sections.map((section) => {
        if (section.kind === 'row')
          return <SideRowView key={section.row.key} side={sides.get(section.row.key)!} {...shared} />
        if (!folds.isOpen(section.key))
          return <Fold key={section.key} rows={section.rows} onOpen={() => folds.open(section.key)} />
        return section.rows.map((row) => <SideRowView key={row.key} side={sides.get(row.key)!} {...shared} />)
      })}
      <Noise comparison={comparison} folds={answer.folds} />
    </>
  )
}

/** Which version a column is. */
function Head({ revision, name }: { readonly revision: RevisionInfo; readonly name: string }) {
  return (
    <p className="side-head" dir={direction()} title={windowTitle(clock, revision)}>
      <span>
        <b>v{revision.label}</b> <bdi>{clock.moment(revision.at)}</bdi>
      </span>
      <span className="side-head-name">{name}</span>
    </p>
  )
}
