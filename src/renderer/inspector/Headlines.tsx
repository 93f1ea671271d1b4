import type { RevisionInfo } from '../../domain/timemap.ts'
import { t } from '../../catalogue/words.ts'
import { ladderOf, type Rung } from '../compare/headline.ts'
import { clock } from '../ui/clock.ts'
import { elapsed } from '../ui/time.ts'

/** Each wording of the headline, the versions that had it, and how long it stood. */
export function Headlines({ revisions }: { readonly revisions: readonly RevisionInfo[] }) {
  const rungs = ladderOf(revisions)
  return (
    <section className="headlines">
      <h3>{t('inspector.headlines')}</h3>
      <ol>
        {rungs.map((rung, n) => (
          <li key={rung.from.id} data-now={n === rungs.length - 1}>
            <span className="headlines-when" title={clock.moment(rung.from.at)}>
              <b>{versionsOf(rung)}</b> {stood(rung, rungs[n + 1])}
            </span>
            <bdi className="headlines-words">{rung.headline}</bdi>
          </li>
        ))}
      </ol>
    </section>
  )
}

function versionsOf({ from, to }: Rung): string {
  return t('inspector.rung', { same: from.label === to.label, from: from.label, to: to.label })
}

function stood({ from }: Rung, next: Rung | undefined): string {
  return next === undefined ? t('inspector.now') : elapsed(Date.parse(next.from.at) - Date.parse(from.at))
}
