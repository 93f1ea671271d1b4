import type { Timemap } from '../../domain/timemap.ts'
import { clock } from '../ui/clock.ts'
import { windowTitle } from '../ui/time.ts'
import { count } from '../ui/words.ts'

/** What an article with one version says above its text. */
export function NoChanges({ timemap }: { readonly timemap: Timemap }) {
  const first = timemap.revisions[0]
  if (first === undefined) return null
  const same = timemap.captures.filter(({ outcome }) => outcome === 'unchanged' || outcome === 'not-modified')
  const checks = same.reduce((sum, capture) => sum + capture.count, 0)
  const since = checks === 0 ? '' : ` Checked ${count(checks, 'time')} since then and the text is the same.`
  return (
    <div className="summary" data-not-text dir="ltr">
      <p>
        <b>No changes yet.</b>{' '}
        <span title={windowTitle(clock, first)}>
          First captured {clock.moment(first.at)}.{since}
        </span>
      </p>
    </div>
  )
}
