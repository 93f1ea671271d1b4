import { direction, t } from '../../catalogue/words.ts'
import type { HeadlineGroup } from '../../domain/headlines.ts'
import type { RevisionInfo } from '../../domain/timemap.ts'
import { clock } from '../ui/clock.ts'
import { elapsed } from '../ui/time.ts'
import { groupWords, type Rung } from './headline.ts'

interface Props {
  readonly rungs: readonly Rung[]
  /** Headlines that took turns: told once, before the first of them. */
  readonly groups: readonly HeadlineGroup[]
  readonly revisions: readonly RevisionInfo[]
}

/** Each wording of the headline, the versions that had it, and how long it stood. */
export function Ladder({ rungs, groups, revisions }: Props) {
  const groupAt = (rung: Rung) => groups.find(({ from }) => revisions[from]?.id === rung.from.id)
  return (
    <ol className="ladder" data-not-text>
      {rungs.map((rung, n) => {
        const next = rungs[n + 1]
        const group = groupAt(rung)
        const stood =
          next === undefined ? t('headline.now') : elapsed(Date.parse(next.from.at) - Date.parse(rung.from.at))
        return (
          <li key={rung.from.id} className={next === undefined ? 'rung rung-now' : 'rung'}>
            {group !== undefined && (
              <span className="rung-group" dir={direction()}>
                {groupWords(group)}
              </span>
            )}
            <span className="rung-when" dir={direction()}>
              <b>{versions(rung)}</b> {clock.moment(rung.from.at)}, {stood}
            </span>
            <span className="rung-words">{rung.headline}</span>
          </li>
        )
      })}
    </ol>
  )
}

function versions({ from, to }: Rung): string {
  return from.label === to.label ? `v${from.label}` : t('seen.span', { from: from.label, to: to.label })
}
