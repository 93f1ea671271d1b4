import { useEffect, useRef, type PointerEvent, type RefObject, type SyntheticEvent } from 'react'

interface Modal {
  readonly ref: RefObject<HTMLDialogElement | null>
  readonly onCancel: (event: SyntheticEvent) => void
  readonly onPointerDown: (event: PointerEvent) => void
}

/**
 * What makes a `<dialog>` modal while it is drawn: the focus goes to the first element that fits `first`, stays inside, and
 * returns to where it was; Esc and a press beside it close it.
 */
export function useModal(first: string, onClose: () => void): Modal {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    const element = dialog.current
    element?.showModal()
    element?.querySelector<HTMLElement>(first)?.focus()
    return () => {
      element?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [first])
  return {
    ref: dialog,
    onCancel: (event) => {
      event.preventDefault()
      onClose()
    },
    onPointerDown: (event) => {
      if (event.target === dialog.current) onClose()
    }
  }
}
