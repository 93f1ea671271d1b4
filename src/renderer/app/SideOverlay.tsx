import type { ReactNode } from 'react'
import { useModal } from '../ui/useModal.ts'

interface Props {
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The sidebar over the panes, where there is no room beside them. */
export function SideOverlay({ onClose, children }: Props) {
  const modal = useModal('[data-roving][tabindex="0"]', onClose)
  return (
    <dialog className="side-overlay" aria-label="Library" {...modal}>
      {children}
    </dialog>
  )
}
