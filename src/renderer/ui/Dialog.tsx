import { X } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { useModal } from './useModal.ts'

interface Props {
  readonly title: string
  /** What stands in the head beside the title. */
  readonly head?: ReactNode
  readonly footer?: ReactNode
  readonly wide?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A modal dialog: Esc closes it, the focus stays in it and goes back to where it was. */
export function Dialog({ title, head, footer, wide = false, onClose, children }: Props) {
  const id = useId()
  const modal = useModal('[data-first]', onClose)
  return (
    <dialog className={`dialog ${wide ? 'dialog-wide' : ''}`} aria-labelledby={id} {...modal}>
      <div className="dialog-inside">
        <header>
          <h2 id={id}>{title}</h2>
          {head}
          <button type="button" className="icon-button" aria-label="Close" title="Close (Esc)" onClick={onClose}>
            <X className="icon icon-lg" strokeWidth={1.75} aria-hidden="true" />
          </button>
        </header>
        <div className="dialog-body scroller">{children}</div>
        {footer !== undefined && <footer>{footer}</footer>}
      </div>
    </dialog>
  )
}
