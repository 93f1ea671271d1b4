import { X } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { Dialog as Inside, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { t } from '../../catalogue/words.ts'
import { IconButton } from './IconButton.tsx'

interface Props {
  readonly title: string
  /** What stands in the head beside the title. */
  readonly head?: ReactNode
  readonly footer?: ReactNode
  readonly wide?: boolean
  /** There is nothing in it but text: what scrolls is reached by keys itself. */
  readonly reads?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A modal dialog: Esc closes it, the focus stays in it and goes back to where it was. */
export function Dialog({ title, head, footer, wide = false, reads = false, onClose, children }: Props) {
  const inside = useRef<HTMLElement>(null)
  useEffect(() => inside.current?.querySelector<HTMLElement>('[data-first]')?.focus(), [])
  useEscapeFromNowhere(onClose)
  const changed = (isOpen: boolean) => {
    if (!isOpen) onClose()
  }
  return (
    <ModalOverlay className="shade" data-overlay="modal" isOpen isDismissable onOpenChange={changed}>
      <Modal className={`dialog ${wide ? 'dialog-wide' : ''}`}>
        <Inside className="dialog-inside" ref={inside}>
          <header>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {head}
            <IconButton icon={X} large label={t('app.close')} keys="Esc" onPress={onClose} />
          </header>
          <div
            className="dialog-body scroller"
            {...(reads ? { tabIndex: 0, role: 'region', 'aria-label': title } : {})}
          >
            {children}
          </div>
          {footer !== undefined && <footer>{footer}</footer>}
        </Inside>
      </Modal>
    </ModalOverlay>
  )
}

/** A button that was pressed and cannot be pressed again loses the focus to nothing; Esc closes the dialog from there too. */
function useEscapeFromNowhere(onClose: () => void): void {
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    const pressed = ({ key }: KeyboardEvent) => {
      if (key === 'Escape' && document.activeElement === document.body) close.current()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [])
}
