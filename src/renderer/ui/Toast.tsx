import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { t } from '../../catalogue/words.ts'
import { useKeyHint } from '../app/actions.ts'

const shown = 10_000

/** Something that can be done about what was said. */
export interface Offer {
  readonly words: string
  readonly act: () => void
}

interface Props {
  readonly words: string
  readonly offer: Offer | null
  /** Takes back what was done; null where there is nothing to take back. */
  readonly onUndo: (() => void) | null
  readonly onClose: () => void
}

/** What was just done. It waits while the pointer or the focus is on it. */
export function Toast({ words, offer, onUndo, onClose }: Props) {
  const box = useRef<HTMLOutputElement>(null)
  const key = useKeyHint('undo')
  useEffect(() => {
    let left = shown
    const timer = setInterval(() => {
      if (box.current?.matches(':hover, :focus-within') === true) left = Math.max(left, 3000)
      else left -= 500
      if (left <= 0) onClose()
    }, 500)
    return () => clearInterval(timer)
  }, [onClose])
  return (
    <output className="toast" ref={box}>
      <span className="grow">{words}</span>
      {offer !== null && (
        <button type="button" className="toast-undo" onClick={offer.act}>
          {offer.words}
        </button>
      )}
      {onUndo !== null && (
        <button
          type="button"
          className="toast-undo"
          title={key === null ? undefined : t('app.undoKey', { key })}
          onClick={onUndo}
        >
          {t('app.undo')}
        </button>
      )}
      <button type="button" className="icon-button" aria-label={t('app.close')} onClick={onClose}>
        <X className="icon" strokeWidth={1.75} aria-hidden="true" />
      </button>
    </output>
  )
}
