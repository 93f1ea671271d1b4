import { memo } from 'react'
import { direction } from '../../../catalogue/words.ts'
import type { RevisionInfo } from '../../../domain/timemap.ts'
import { clock } from '../../ui/clock.ts'
import { windowTitle } from '../../ui/time.ts'
import { BlockText } from '../BlockText.tsx'
import type { Row } from '../rows.ts'
import { PlainText } from '../Runs.tsx'
import type { BlameBlock } from './model.ts'
import { RunsText } from './RunText.tsx'
import { blockWords, shortMoment } from './words.ts'

interface Props {
  readonly row: Row
  /** Undefined until it is known. */
  readonly blame: BlameBlock | undefined
  readonly revisions: readonly RevisionInfo[]
  readonly index: number
}

/** A block, and in the margin the versions its words come from. */
export const BlameRow = memo(function BlameRow({ row, blame, revisions, index }: Props) {
  const only = blame?.runs.length === 1 ? blame.runs[0] : undefined
  const isWhole = only !== undefined && (only.shade > 1 || only.back !== null)
  return (
    <div
      className={`row row-blame ${isWhole ? 'row-blame-whole' : ''}`}
      data-row={row.key}
      data-shade={isWhole ? only.shade : undefined}
    >
      <div className="blame-label" data-not-text>
        {blame !== undefined && blame.runs.length > 0 && <Label {...{ blame, revisions, index }} />}
      </div>
      <div className="row-text">
        <BlockText block={row.block}>
          {blame === undefined ? (
            <PlainText block={row.block} />
          ) : (
            <RunsText {...{ blame, revisions }} block={row.block} />
          )}
        </BlockText>
      </div>
    </div>
  )
})

/** The versions; of a block that came as one, when. */
function Label({ blame, revisions, index }: Pick<Props, 'revisions' | 'index'> & { readonly blame: BlameBlock }) {
  const versions = new Set(blame.runs.map(({ introduced }) => introduced))
  const [first] = versions
  const revision = versions.size === 1 ? revisions[first!] : undefined
  const near = revisions[index]?.at
  return (
    <>
      <b dir={direction()}>{blockWords(blame.runs, revisions)}</b>
      {revision !== undefined && near !== undefined && (
        <time dir={direction()} dateTime={revision.at} title={windowTitle(clock, revision)}>
          {shortMoment(revision.at, near)}
        </time>
      )}
    </>
  )
}
