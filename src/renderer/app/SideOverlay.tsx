import { useEffect, useRef, type ReactNode } from 'react'

interface Props {
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The sidebar over the panes, where there is no room beside them. */
export function SideOverlay({ onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    const element = dialog.current
    element?.showModal()
    element?.querySelector<HTMLElement>('[data-roving][tabindex="0"]')?.focus()
    return () => {
      element?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className="side-overlay"
      aria-label="Library"
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose()
      }}
    >
      {children}
    </dialog>
  )
}
