import { useEffect, useRef, useState, type RefObject } from 'react'
import type { Row } from '../compare/rows.ts'
import { foldsWith } from './folds.ts'
import { hitsIn } from './hits.ts'

export interface SearchedText {
  readonly box: RefObject<HTMLElement | null>
  readonly rows: readonly Row[]
  readonly onOpenFold: (key: string) => void
}

/** The places that say what is looked for, and which of them is current. */
interface Found {
  readonly query: string
  readonly hits: readonly Range[]
  readonly at: number
}

/** So many letters open what is folded; one would open nearly everything. */
const telling = 2

/** Finds words in a drawn text, and again whenever it is drawn anew. */
export function useHits({ box, rows, onOpenFold }: SearchedText, query: string) {
  const [found, setFound] = useState<Found>({ query: '', hits: [], at: 0 })
  const current = useRef({ rows, onOpenFold, found })
  useEffect(() => {
    current.current = { rows, onOpenFold, found }
  })
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const look = () => {
      const { rows: here, onOpenFold: open, found: last } = current.current
      if (query.trim().length >= telling) foldsWith(element, here, query).forEach(open)
      const hits = hitsIn(element, query)
      const isOther = last.query !== query
      const at = isOther ? firstBelow(element, hits) : Math.min(last.at, Math.max(0, hits.length - 1))
      setFound({ query, hits, at })
      if (isOther && hits[at] !== undefined) reveal(element, hits[at])
    }
    let timer = setTimeout(look, 60)
    const observer = new MutationObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(look, 40)
    })
    observer.observe(element, { childList: true, subtree: true, characterData: true })
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [box, query])
  const step = (by: 1 | -1) => {
    const { hits, at } = found
    if (hits.length === 0 || box.current === null) return
    const next = (at + by + hits.length) % hits.length
    setFound({ ...found, at: next })
    reveal(box.current, hits[next]!)
  }
  return { hits: found.hits, at: found.at, isSearched: found.query === query, step }
}

/** The first hit is the one nearest below the top of the window. */
function firstBelow(box: HTMLElement, hits: readonly Range[]): number {
  const { top } = box.getBoundingClientRect()
  return Math.max(
    0,
    hits.findIndex((hit) => hit.getBoundingClientRect().bottom > top)
  )
}

/** How much of the top the bar covers. */
const covered = 64

/** Puts a hit that cannot be seen at 30 % of the height. */
function reveal(box: HTMLElement, hit: Range): void {
  const [place, pane] = [hit.getBoundingClientRect(), box.getBoundingClientRect()]
  if (place.top >= pane.top + covered && place.bottom <= pane.bottom - 8) return
  box.scrollTop += place.top - pane.top - box.clientHeight * 0.3
}
