import { ArrowRight, ChevronsDownUp, ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import type { RevisionInfo, Timemap } from '../../domain/timemap.ts'
import { inBounds, presetOf, type Ends } from './pairs.ts'
import { VersionActions } from './VersionActions.tsx'
import { VersionMenu } from './VersionMenu.tsx'

interface Props {
  readonly timemap: Timemap
  readonly ends: Ends
  readonly single: boolean
  /** Everything since the last version read; null where nothing is unread or nothing was read. */
  readonly since: Ends | null
  readonly folded: boolean
  /** Stands at the end in place of the presets: what the shades of the text mean. */
  readonly legend?: ReactNode
  readonly onEnds: (ends: Ends) => void
  readonly onFold: (folded: boolean) => void
  readonly onDelete: (index: number) => void
}

export function TimelineHeader({ timemap, ends, single, since, folded, legend, onEnds, onFold, onDelete }: Props) {
  const { revisions, gaps } = timemap
  const Icon = folded ? ChevronsUpDown : ChevronsDownUp
  const fold = folded ? 'Show timeline' : 'Fold timeline'
  return (
    <div className="timeline-head">
      {single ? (
        <span className="timeline-verb">Reading</span>
      ) : (
        <>
          <span className="timeline-verb">Comparing</span>
          <VersionMenu
            label="Older version"
            {...{ revisions, gaps, onDelete }}
            index={ends.older}
            allowed={(index) => index < ends.newer}
            onChoose={(older) => onEnds({ ...ends, older })}
          />
          <ArrowRight className="icon timeline-arrow mirrored" strokeWidth={1.75} aria-hidden="true" />
        </>
      )}
      <VersionMenu
        label={single ? 'Version' : 'Newer version'}
        {...{ revisions, gaps, onDelete }}
        index={ends.newer}
        allowed={(index) => single || index > ends.older}
        onChoose={(newer) => onEnds({ ...ends, newer })}
      />
      <VersionActions {...{ timemap, ends, single, onDelete }} />
      <span className="grow" />
      {legend ?? (!single && <Presets revisions={revisions} ends={ends} since={since} onEnds={onEnds} />)}
      <button
        type="button"
        className="icon-button"
        aria-expanded={!folded}
        aria-label={fold}
        title={`${fold} (T)`}
        onClick={() => onFold(!folded)}
      >
        <Icon className="icon" strokeWidth={1.75} aria-hidden="true" />
      </button>
    </div>
  )
}

interface PresetsProps extends Pick<Props, 'ends' | 'since' | 'onEnds'> {
  readonly revisions: readonly RevisionInfo[]
}

function Presets({ revisions, ends, since, onEnds }: PresetsProps) {
  const versions = revisions.length
  if (versions < 2) return null
  const now = presetOf(ends, versions, since)
  return (
    <fieldset className="presets" aria-label="Which versions">
      <button
        type="button"
        aria-pressed={now === 'last'}
        title="Last change (L)"
        onClick={() => onEnds(inBounds({ older: versions - 2, newer: versions - 1 }, versions))}
      >
        Last change
      </button>
      <button
        type="button"
        aria-pressed={now === 'since'}
        disabled={since === null}
        title={since === null ? 'Nothing new since you last read this article' : 'Since last read (B)'}
        onClick={() => since !== null && onEnds(since)}
      >
        Since last read
      </button>
      <button
        type="button"
        aria-pressed={now === 'any'}
        title="First against latest (A); drag the handles for any other two"
        onClick={() => onEnds({ older: 0, newer: versions - 1 })}
      >
        Any two
      </button>
    </fieldset>
  )
}
