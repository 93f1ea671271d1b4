import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'

const shown = 10_000

/** What was just done. It waits while the pointer or the focus is on it. */
export function Toast({ words, onClose }: { readonly words: string; readonly onClose: () => void }) {
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
      <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
        <X className="icon" strokeWidth={1.75} aria-hidden="true" />
      </button>
    </output>
  )
}
