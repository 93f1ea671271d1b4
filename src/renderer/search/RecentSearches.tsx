import { History } from 'lucide-react'
import { useRef } from 'react'
import { t } from '../../catalogue/words.ts'
import { useRoving } from '../ui/useRoving.ts'

interface Props {
  readonly recent: readonly string[]
  readonly onChoose: (text: string) => void
  readonly onForget: () => void
  /** Esc: back to the field. */
  readonly onClose: () => void
}

/** What was searched for last, under the empty field. */
export function RecentSearches({ recent, onChoose, onForget, onClose }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useRoving(box)
  return (
    // The buttons in it take the keys; this hears only what closes all of them.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={box}
      className="popover search-recent"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
    >
      <h2>{t('search.recent')}</h2>
      <ul aria-label={t('search.recent')}>
        {recent.map((text) => (
          <li key={text}>
            <button type="button" className="option" data-roving onClick={() => onChoose(text)}>
              <History className="icon" strokeWidth={1.75} aria-hidden="true" />
              <span dir="auto">{text}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="option search-forget" data-roving onClick={onForget}>
        {t('search.recent.forget')}
      </button>
    </div>
  )
}
