import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { t } from '../../catalogue/words.ts'

const shown = 10_000

interface Props {
  readonly words: string
  /** Takes back what was done; null where there is nothing to take back. */
  readonly onUndo: (() => void) | null
  readonly onClose: () => void
}

/** What was just done. It waits while the pointer or the focus is on it. */
export function Toast({ words, onUndo, onClose }: Props) {
  const box = useRef<HTMLOutputElement>(null)
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
      {onUndo !== null && (
        <button type="button" className="toast-undo" title={t('app.undoKey', { key: 'Ctrl Z' })} onClick={onUndo}>
          {t('app.undo')}
        </button>
      )}
      <button type="button" className="icon-button" aria-label={t('app.close')} onClick={onClose}>
        <X className="icon" strokeWidth={1.75} aria-hidden="true" />
      </button>
    </output>
  )
}
