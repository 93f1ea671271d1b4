import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { elementOf } from '../compare/keepPlace.ts'
import type { Row } from '../compare/rows.ts'
import { useSearch } from './SearchContext.tsx'
import type { Found } from './searching.ts'

/**
 * A hit that was opened between its two versions comes into view once, at a third of the height, and stays marked while
 * the search lasts.
 */
export function useFound(
  box: RefObject<HTMLElement | null>,
  rows: readonly Row[],
  { drawn, article }: { readonly drawn: string; readonly article: number }
): void {
  const { found } = useSearch().searching
  const shown = found?.compared === true && found.hit.article.id === article ? found : null
  const reached = useRef<Found | null>(null)
  useLayoutEffect(() => {
    if (box.current === null || shown === null || reached.current === shown) return
    if (reveal(box.current, rows, shown)) reached.current = shown
    // What is drawn decides whether the place is there yet.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [box, rows, shown, drawn])
  const text = shown?.text ?? null
  useEffect(() => {
    if (text === null) return
    let isOver = false
    void import('./highlight.ts').then(({ highlight }) =>
      isOver || box.current === null ? null : highlight(box.current, text)
    )
    return () => {
      isOver = true
      CSS.highlights.delete('find')
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- Marks lie over what is drawn.
  }, [box, text, drawn, rows])
}

/** Whether an article is open because of a hit in it. */
export function useIsFound(article: number): boolean {
  const { found } = useSearch().searching
  return found?.compared === true && found.hit.article.id === article
}

/** Where the words stood before, or else where they stand now. */
function reveal(box: HTMLElement, rows: readonly Row[], { hit }: Found): boolean {
  const words = hit.snippet.filter(({ text }) => text.trim() !== '…').map(({ text }) => text)
  const has = (text: string | undefined) => text?.includes(words.join('')) === true
  const row = rows.find(({ before }) => has(before?.text)) ?? rows.find(({ block }) => has(block.text))
  const element = row === undefined ? null : elementOf(box, row.key)
  if (element === null) return false
  box.scrollTop += element.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight * 0.3
  return true
}
