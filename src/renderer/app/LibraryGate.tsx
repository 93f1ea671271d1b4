import { useQueryClient } from '@tanstack/react-query'
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { LibraryState } from '../../contract/shell.ts'
import { valueOf } from './ask.ts'
import { Refused } from './Refused.tsx'

type News = 'stopped' | 'back' | null

/** Follows the library process: says when it stopped and when it is back, and why it cannot be opened. */
export function LibraryGate({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient()
  const [state, setState] = useState<LibraryState | null>(null)
  const [news, setNews] = useState<News>(null)
  const restarts = useRef<number | null>(null)

  useEffect(() => {
    const heard = (next: LibraryState) => {
      setState(next)
      const known = restarts.current ?? next.restarts
      restarts.current = known
      if (next.state === 'stopped' || (next.state === 'starting' && next.restarts > known)) setNews('stopped')
      if (next.state !== 'ready' || next.restarts === known) return
      restarts.current = next.restarts
      setNews('back')
      void queries.invalidateQueries()
    }
    void valueOf(window.palimpsest.shell.libraryState({})).then(heard)
    return window.palimpsest.onShell('library', heard)
  }, [queries])

  useEffect(() => {
    if (news !== 'back') return
    const timer = setTimeout(() => setNews(null), 12_000)
    return () => clearTimeout(timer)
  }, [news])

  if (state?.state === 'refused') return <Refused failure={state.failure} />
  return (
    <div className="window-column">
      <output className="news">{news !== null && <NewsBanner news={news} onClose={() => setNews(null)} />}</output>
      {children}
    </div>
  )
}

function NewsBanner({ news, onClose }: { readonly news: 'stopped' | 'back'; readonly onClose: () => void }) {
  const Icon = news === 'stopped' ? CircleAlert : CircleCheck
  return (
    <span className="banner">
      <Icon className="icon" strokeWidth={1.75} aria-hidden="true" />
      {news === 'stopped' ? (
        <span>
          <b>The library stopped and is starting again.</b> Everything stored is safe.
        </span>
      ) : (
        <span>
          <b>The library is back.</b> Nothing stored was lost.
        </span>
      )}
      <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
        <X className="icon" strokeWidth={1.75} aria-hidden="true" />
      </button>
    </span>
  )
}
