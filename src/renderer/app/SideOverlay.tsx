import { useEffect, useRef, type ReactNode } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { t } from '../../catalogue/words.ts'

interface Props {
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The sidebar over the panes, where there is no room beside them. */
export function SideOverlay({ onClose, children }: Props) {
  const inside = useRef<HTMLElement>(null)
  useEffect(() => inside.current?.querySelector<HTMLElement>('[data-roving][tabindex="0"]')?.focus(), [])
  const changed = (isOpen: boolean) => {
    if (!isOpen) onClose()
  }
  return (
    <ModalOverlay className="shade shade-side" data-overlay="modal" isOpen isDismissable onOpenChange={changed}>
      <Modal className="side-overlay">
        <Dialog className="side-inside" aria-label={t('app.library')} ref={inside}>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
