import { RefreshCw } from 'lucide-react'
import { direction, t } from '../../catalogue/words.ts'
import type { Timemap } from '../../domain/timemap.ts'
import { useTracking } from '../tracking/queries.ts'
import { useChecking } from '../tracking/useChecking.ts'
import { clock } from '../ui/clock.ts'
import { windowTitle } from '../ui/time.ts'

/** What an article with one version says above its text. */
export function NoChanges({ timemap }: { readonly timemap: Timemap }) {
  const first = timemap.revisions[0]
  if (first === undefined) return null
  const same = timemap.captures.filter(({ outcome }) => outcome === 'unchanged' || outcome === 'not-modified')
  const checks = same.reduce((sum, capture) => sum + capture.count, 0)
  return (
    <div className="summary no-changes" data-not-text dir={direction()}>
      <h2>{t('read.noChanges')}</h2>
      <p>
        <span title={windowTitle(clock, first)}>{t('read.firstCaptured', { when: clock.moment(first.at) })}</span>{' '}
        {checks > 0 && t('read.checked', { n: checks })}
      </p>
      <CheckButtons article={timemap.article} />
    </div>
  )
}

/** Where the page can be asked again. */
function CheckButtons({ article }: { readonly article: Timemap['article'] }) {
  const tracking = useTracking(article.url === null ? null : article.id).data
  const { checkNow, setPace } = useChecking()
  if (tracking === undefined) return null
  return (
    <div className="state-acts">
      <button type="button" className="button" onClick={() => checkNow(article.id)}>
        <RefreshCw className="icon" strokeWidth={1.75} aria-hidden="true" />
        {t('read.checkNow')}
      </button>
      {tracking.pace !== 'more' && (
        <button type="button" className="text-button" onClick={() => setPace(article.id, tracking.pace, 'more')}>
          {t('read.checkMore')}
        </button>
      )}
    </div>
  )
}
