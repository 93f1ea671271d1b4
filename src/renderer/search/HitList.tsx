// A native list box holds lines of text, not rows; its options take the focus in turn.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events */
import { useRef, useState, type KeyboardEvent, type MouseEvent, type UIEvent } from 'react'
import { t } from '../../catalogue/words.ts'
import type { SearchHit } from '../../contract/search.ts'
import { useAction } from '../app/actions.ts'
import { useNow } from '../ui/useNow.ts'
import { HitOption } from './HitOption.tsx'
import type { Hits } from './useHits.ts'

interface Props {
  readonly found: Hits
  /** The id of the article whose hit is open. */
  readonly open: number | null
  readonly onOpen: (hit: SearchHit, show: boolean) => void
  /** Where there is room for one pane, moving along the list opens nothing. */
  readonly opensOnMove: boolean
}

/** The hits, best or newest first. Arrows move along them, Enter opens one, scrolling brings more. */
export function HitList({ found, open, onOpen, opensOnMove }: Props) {
  const { hits, exact, more, isOld } = found
  const now = useNow()
  const box = useRef<HTMLDivElement>(null)
  const [moved, setMoved] = useState<number | null>(null)
  const at = (article: number | null) => hits.findIndex((hit) => hit.article.id === article)
  const active = Math.max(0, at(moved) >= 0 ? at(moved) : at(open))

  const moveTo = (index: number) => {
    const hit = hits[Math.min(hits.length - 1, Math.max(0, index))]
    if (hit === undefined) return
    setMoved(hit.article.id)
    if (opensOnMove) onOpen(hit, false)
    if (index >= hits.length - 5) more()
    const option = box.current?.querySelector<HTMLElement>(`[data-hit="${hits.indexOf(hit)}"]`)
    option?.scrollIntoView({ block: 'nearest' })
    option?.focus({ preventScroll: true })
  }
  useAction('next-article', () => moveTo(active + 1))
  useAction('previous-article', () => moveTo(active - 1))
  const pressed = (event: KeyboardEvent) => {
    const target = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: hits.length - 1 }[event.key]
    const hit = hits[active]
    if (target !== undefined) moveTo(target)
    else if ((event.key === 'Enter' || event.key === ' ') && hit !== undefined) onOpen(hit, true)
    else return
    event.preventDefault()
  }
  const clicked = (event: MouseEvent) => {
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-hit]') : null
    const hit = option === null ? undefined : hits[Number(option.dataset['hit'])]
    if (hit === undefined) return
    setMoved(hit.article.id)
    onOpen(hit, true)
  }
  const scrolled = ({ currentTarget: { scrollTop, clientHeight, scrollHeight } }: UIEvent<HTMLDivElement>) => {
    if (scrollTop + 3 * clientHeight > scrollHeight) more()
  }
  return (
    <div
      ref={box}
      className="hits scroller"
      role="listbox"
      aria-label={t('search.list')}
      data-old={isOld}
      onClick={clicked}
      onKeyDown={pressed}
      onScroll={scrolled}
    >
      {hits.map((hit, index) => (
        <HitOption
          key={hit.article.id}
          hit={hit}
          now={now}
          selected={hit.article.id === open}
          tabbable={index === active}
          index={index}
          total={exact ? found.total : -1}
        />
      ))}
    </div>
  )
}
