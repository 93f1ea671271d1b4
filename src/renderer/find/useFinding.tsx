import { lazy, Suspense, useRef, useState, type ReactNode } from 'react'
import { useAction } from '../app/actions.ts'
import type { SearchedText } from './useHits.ts'

const FindBar = lazy(async () => ({ default: (await import('./FindBar.tsx')).FindBar }))

/** The bar that finds words in the open text, while it is open. Closing it gives the focus back. */
export function useFinding(text: SearchedText): ReactNode {
  const [asked, setAsked] = useState(0)
  const from = useRef<HTMLElement | null>(null)
  useAction('find', () => {
    if (asked === 0 && document.activeElement instanceof HTMLElement) from.current = document.activeElement
    setAsked(asked + 1)
  })
  if (asked === 0) return null
  const close = () => {
    setAsked(0)
    const back = from.current
    const target = back?.isConnected === true && back !== document.body ? back : text.box.current
    target?.focus({ preventScroll: true })
  }
  return (
    <Suspense>
      <FindBar {...text} asked={asked} onClose={close} />
    </Suspense>
  )
}
