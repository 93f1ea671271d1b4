import { direction, t } from '../../catalogue/words.ts'
import { clock } from '../ui/clock.ts'
import { elapsed } from '../ui/time.ts'
import type { Rung } from './headline.ts'

/** Each wording of the headline, the versions that had it, and how long it stood. */
export function Ladder({ rungs }: { readonly rungs: readonly Rung[] }) {
  return (
    <ol className="ladder" data-not-text>
      {rungs.map((rung, n) => {
        const next = rungs[n + 1]
        const stood =
          next === undefined ? t('headline.now') : elapsed(Date.parse(next.from.at) - Date.parse(rung.from.at))
        return (
          <li key={rung.from.id} className={next === undefined ? 'rung rung-now' : 'rung'}>
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
