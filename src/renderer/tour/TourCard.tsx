import { X } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { t } from '../../catalogue/words.ts'
import { IconButton } from '../ui/IconButton.tsx'

interface Props {
  readonly title: string
  readonly words: string
  readonly takesFocus: boolean
  readonly onEnd: () => void
  readonly children: ReactNode
}

/** What the tour says, in a corner of the window; Esc in it ends the tour. */
export function TourCard({ title, words, takesFocus, onEnd, children }: Props) {
  const card = useRef<HTMLElement>(null)
  const end = useRef(onEnd)
  useEffect(() => {
    end.current = onEnd
  })
  useEffect(() => {
    const element = card.current
    if (takesFocus) element?.querySelector<HTMLElement>('[data-first]')?.focus()
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Escape') end.current()
    }
    element?.addEventListener('keydown', pressed)
    return () => element?.removeEventListener('keydown', pressed)
  }, [takesFocus])
  return (
    <section className="tour" aria-label={t('tour.name')} ref={card} data-pane="tour">
      <header>
        <h2>{title}</h2>
        <IconButton icon={X} label={t('tour.end')} keys="Esc" onPress={onEnd} />
      </header>
      <p>{words}</p>
      <footer>{children}</footer>
    </section>
  )
}
