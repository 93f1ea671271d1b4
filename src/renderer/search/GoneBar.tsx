import { Scissors } from 'lucide-react'
import { direction, t } from '../../catalogue/words.ts'
import type { SearchHit } from '../../contract/search.ts'
import { clock } from '../ui/clock.ts'
import { goneTitle } from './words.ts'

/** What was observed of a text that the newest version has not. */
export function GoneBar({ hit }: { readonly hit: SearchHit }) {
  const { shown, gone } = hit
  if (gone === null) return null
  return (
    <div className="gone-bar" data-not-text dir={direction()}>
      <Scissors className="icon" strokeWidth={1.75} aria-hidden="true" />
      <p>
        <b>{goneTitle(hit)}</b>{' '}
        {t('search.gone', {
          last: shown.label,
          first: gone.label,
          day: clock.day(gone.at),
          time: clock.time(gone.at)
        })}
      </p>
    </div>
  )
}
