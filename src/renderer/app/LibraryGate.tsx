import { useQueryClient } from '@tanstack/react-query'
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react'
import { t } from '../../catalogue/words.ts'
import type { LibraryState } from '../../contract/shell.ts'
import { Told } from '../compare/Told.tsx'
import { useRescue } from '../rescue/RescueContext.tsx'
import { OutcomeBanner, StateBanner } from '../rescue/StateBanner.tsx'
import { valueOf } from './ask.ts'
import { Refused } from './Refused.tsx'
import { useMenu } from './useMenu.ts'

const BackupsDialog = lazy(async () => ({ default: (await import('../rescue/BackupsDialog.tsx')).BackupsDialog }))

/** Follows the library process: why it cannot be opened or written, and when it stopped and is back. */
export function LibraryGate({ children }: { readonly children: ReactNode }) {
  const { state, news, forget } = useLibraryState()
  const { outcome } = useRescue()
  const [backups, setBackups] = useState(false)
  const onBackups = () => setBackups(true)
  useMenu({ backups: onBackups })
  return (
    <>
      {state?.state === 'refused' ? (
        <Refused failure={state.failure} onBackups={onBackups} />
      ) : (
        <div className="window-column">
          <output className="news">
            {news !== null && <NewsBanner news={news} onClose={forget} />}
            {outcome !== null && <OutcomeBanner outcome={outcome} />}
            {state?.state === 'ready' && <StateBanner {...state} onBackups={onBackups} />}
          </output>
          {children}
        </div>
      )}
      <Suspense>{backups && <BackupsDialog damaged={isDamaged(state)} onClose={() => setBackups(false)} />}</Suspense>
    </>
  )
}

function isDamaged(state: LibraryState | null): boolean {
  if (state?.state === 'refused') return state.failure.code === 'corrupt'
  return state?.state === 'ready' && state.trouble?.code === 'corrupt'
}

type News = 'stopped' | 'back' | null

interface Followed {
  readonly state: LibraryState | null
  readonly news: News
  readonly forget: () => void
}

/** Everything is asked for again when a library was opened after another, or anew. */
function useLibraryState(): Followed {
  const queries = useQueryClient()
  const [state, setState] = useState<LibraryState | null>(null)
  const [news, setNews] = useState<News>(null)
  const last = useRef<LibraryState | null>(null)
  const counted = useRef<number | null>(null)
  useEffect(() => {
    const heard = (next: LibraryState) => {
      const before = last.current
      last.current = next
      setState(next)
      const known = counted.current ?? next.restarts
      counted.current = known
      if (next.restarts > known) setNews(next.state === 'ready' ? 'back' : 'stopped')
      if (next.state !== 'ready') return
      counted.current = next.restarts
      if (before !== null && before.state !== 'ready') void queries.invalidateQueries()
    }
    void valueOf(window.palimpsest.shell.libraryState({})).then(heard)
    return window.palimpsest.onShell('library', heard)
  }, [queries])
  useEffect(() => {
    if (news !== 'back') return
    const timer = setTimeout(() => setNews(null), 12_000)
    return () => clearTimeout(timer)
  }, [news])
  return { state, news, forget: () => setNews(null) }
}

function NewsBanner({ news, onClose }: { readonly news: 'stopped' | 'back'; readonly onClose: () => void }) {
  const Icon = news === 'stopped' ? CircleAlert : CircleCheck
  return (
    <span className="banner">
      <Icon className="icon" strokeWidth={1.75} aria-hidden="true" />
      <span>
        <Told say={news === 'stopped' ? 'failure.restarting' : 'failure.back'} with={{}} />
      </span>
      <button type="button" className="icon-button" aria-label={t('app.close')} onClick={onClose}>
        <X className="icon" strokeWidth={1.75} aria-hidden="true" />
      </button>
    </span>
  )
}
