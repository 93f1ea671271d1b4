import { ArrowRight, ChevronsDownUp, ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Timemap } from '../../domain/timemap.ts'
import { t } from '../../catalogue/words.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { NewVersion } from './NewVersion.tsx'
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
  /** So many versions were captured since and are not shown yet. */
  readonly fresh: number
  readonly onEnds: (ends: Ends) => void
  readonly onFold: (folded: boolean) => void
  readonly onDelete: (index: number) => void
}

export function TimelineHeader(props: Props) {
  const { timemap, ends, single, since, folded, legend, fresh, onEnds, onFold, onDelete } = props
  const last = timemap.revisions.length - 1
  const shown = { older: Math.max(0, last - fresh), newer: last }
  return (
    <div className="timeline-head">
      {single ? (
        <span className="timeline-verb">{t('timeline.reading')}</span>
      ) : (
        <>
          <span className="timeline-verb">{t('timeline.comparing')}</span>
          <VersionMenu
            label={t('timeline.older')}
            {...{ timemap, onDelete }}
            index={ends.older}
            least={0}
            most={ends.newer - 1}
            onChoose={(older) => onEnds({ ...ends, older })}
          />
          <ArrowRight className="icon timeline-arrow mirrored" strokeWidth={1.75} aria-hidden="true" />
        </>
      )}
      <VersionMenu
        label={t(single ? 'timeline.version' : 'timeline.newer')}
        {...{ timemap, onDelete }}
        index={ends.newer}
        least={single ? 0 : ends.older + 1}
        most={last}
        onChoose={(newer) => onEnds({ ...ends, newer })}
      />
      <VersionActions {...{ timemap, ends, single, onDelete }} />
      <span className="grow" />
      {fresh > 0 && <NewVersion newest={timemap.revisions[last]!} fresh={fresh} onShow={() => onEnds(shown)} />}
      {legend ?? (!single && <Presets versions={last + 1} ends={ends} since={since} onEnds={onEnds} />)}
      <IconButton
        icon={folded ? ChevronsUpDown : ChevronsDownUp}
        label={t(folded ? 'timeline.unfold' : 'timeline.fold')}
        keys="T"
        aria-expanded={!folded}
        onPress={() => onFold(!folded)}
      />
    </div>
  )
}

interface PresetsProps extends Pick<Props, 'ends' | 'since' | 'onEnds'> {
  readonly versions: number
}

function Presets({ versions, ends, since, onEnds }: PresetsProps) {
  if (versions < 2) return null
  const now = presetOf(ends, versions, since)
  return (
    <fieldset className="presets" aria-label={t('timeline.presets')}>
      <button
        type="button"
        aria-pressed={now === 'last'}
        title={t('timeline.last.title')}
        onClick={() => onEnds(inBounds({ older: versions - 2, newer: versions - 1 }, versions))}
      >
        {t('timeline.last')}
      </button>
      <button
        type="button"
        aria-pressed={now === 'since'}
        disabled={since === null}
        title={t(since === null ? 'timeline.since.none' : 'timeline.since.title')}
        onClick={() => since !== null && onEnds(since)}
      >
        {t('timeline.since')}
      </button>
      <button
        type="button"
        aria-pressed={now === 'any'}
        title={t('timeline.any.title')}
        onClick={() => onEnds({ older: 0, newer: versions - 1 })}
      >
        {t('timeline.any')}
      </button>
    </fieldset>
  )
}
