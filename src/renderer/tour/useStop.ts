import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { failureOf, valueOf } from '../app/ask.ts'
import { useWhere } from '../app/PlaceContext.tsx'
import { askTimemap } from '../app/queries.ts'
import { useSearch } from '../search/SearchContext.tsx'
import type { Stop } from './stops.ts'

/** The article of an address in the folders of the sample library; null where it is no longer there. */
async function articleAt(url: string): Promise<number | null> {
  const found = await valueOf(window.palimpsest.library.listArticles({ list: cityDesk, limit: 200 }))
  return found.rows.find((row) => row.url === url)?.id ?? null
}
const cityDesk = { kind: 'folder', folder: 'City desk' } as const

/** Brings the window to what a stop of the tour is about. */
export function useStop(stop: Stop): void {
  const { go } = useWhere()
  const { take, clear } = useSearch()
  const queries = useQueryClient()
  const acts = useRef({ take, clear })
  useEffect(() => {
    acts.current = { take, clear }
  })
  useEffect(() => {
    let isOver = false
    const show = async () => {
      const id = stop.article === undefined ? null : await articleAt(stop.article)
      const timemap = id === null ? null : await queries.fetchQuery(askTimemap(id))
      if (isOver) return
      if (stop.list !== undefined) go({ type: 'list', list: stop.list })
      if (id !== null) go({ type: 'open', article: id, unseen: 0, show: true })
      if (stop.view !== undefined) go({ type: 'view', view: stop.view })
      const at = (label: string | undefined) => timemap?.revisions.find((one) => one.label === label)?.id
      const [older, newer] = [at(stop.pair?.[0]), at(stop.pair?.[1])]
      if (id !== null && older !== undefined && newer !== undefined)
        go({ type: 'pair', article: id, pair: { older, newer } })
    }
    if (stop.search === undefined) acts.current.clear()
    else {
      acts.current.take({ type: 'text', text: stop.search.text })
      acts.current.take({ type: 'scope', scope: stop.search.scope })
    }
    show().catch((error: unknown) => console.warn('tour', failureOf(error)))
    return () => {
      isOver = true
    }
  }, [stop, go, queries])
}

/** Puts a ring around what a stop is about, for as long as it is. */
export function useRing(selector: string): void {
  useEffect(() => {
    const mark = () => {
      for (const old of document.querySelectorAll('[data-toured]')) old.removeAttribute('data-toured')
      document.querySelector(selector)?.setAttribute('data-toured', '')
    }
    mark()
    const timer = setInterval(mark, 250)
    return () => {
      clearInterval(timer)
      for (const old of document.querySelectorAll('[data-toured]')) old.removeAttribute('data-toured')
    }
  }, [selector])
}
