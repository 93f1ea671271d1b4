import type { RevisionInfo } from '../../domain/timemap.ts'
import { t } from '../../catalogue/words.ts'
import { clock } from '../ui/clock.ts'

interface Props {
  readonly newest: RevisionInfo
  /** How many came since the article was opened. */
  readonly fresh: number
  readonly onShow: () => void
}

/** Says that a version was captured while the article is open; nothing else moves for it. */
export function NewVersion({ newest, fresh, onShow }: Props) {
  return (
    <button type="button" className="new-version" onClick={onShow}>
      {t('timeline.newVersion', { n: fresh, when: clock.time(newest.at) })}
      <b>{t('timeline.show')}</b>
    </button>
  )
}
