import { useIsFetching } from '@tanstack/react-query'
import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { t } from '../../catalogue/words.ts'
import { useKeyHint } from '../app/actions.ts'
import { useAnnounce } from '../app/announce.tsx'
import { useAfter } from '../compare/LoadingText.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { forgetSearches, recentSearches } from './recent.ts'
import { RecentSearches } from './RecentSearches.tsx'
import { useSearch } from './SearchContext.tsx'
import { fetchSearch } from './whenNeeded.ts'

/**
 * One field over every version. Enter and the arrow down lead to the first hit, or in the empty field to what was searched
 * for last; `onLeft` is told that the reader went to the hits.
 */
export function SearchField({ onLeft }: { readonly onLeft?: (() => void) | undefined }) {
  const { searching, take, clear } = useSearch()
  const isBusy = useIsFetching({ queryKey: ['search'] }) > 0
  const key = useKeyHint('search')
  const box = useRef<HTMLElement>(null)
  const recent = useRecent(box)
  const { text } = searching
  const offered = text === '' ? recent.offered : []
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && offered.length > 0) recent.close()
    else if (event.key === 'Escape') clear()
    else if (event.key === 'ArrowDown' && text === '') toRecent()
    else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      onLeft?.()
      toFirstHit()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const toRecent = () => {
    recent.open()
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('.search-recent [data-roving]')?.focus())
  }
  const choose = (chosen: string) => {
    take({ type: 'text', text: chosen })
    focusSearchField()
  }
  return (
    <search className="search-field" ref={box}>
      <input
        type="text"
        data-search-field
        aria-label={t('search.versions')}
        placeholder={t('search.versions')}
        value={text}
        spellCheck={false}
        dir="auto"
        maxLength={1000}
        onChange={(event) => take({ type: 'text', text: event.target.value })}
        onKeyDown={pressed}
        onClick={() => text === '' && recent.open()}
        onFocus={() => {
          fetchSearch()
          if (text === '') recent.open()
        }}
      />
      <Search className="icon" strokeWidth={1.75} aria-hidden="true" />
      {text === '' ? (
        key !== null && <kbd aria-hidden="true">{key}</kbd>
      ) : (
        <IconButton icon={X} label={t('search.clear')} keys="Esc" onPress={clear} />
      )}
      {isBusy && text !== '' && <Busy />}
      {offered.length > 0 && (
        <RecentSearches
          recent={offered}
          onChoose={choose}
          onForget={() => {
            recent.forget()
            focusSearchField()
          }}
          onClose={() => {
            focusSearchField()
            recent.close()
          }}
        />
      )}
    </search>
  )
}

/** What was searched for last, offered while the focus is in the box. */
function useRecent(box: RefObject<HTMLElement | null>) {
  const [offered, setOffered] = useState<readonly string[]>([])
  const say = useAnnounce()
  const isOpen = offered.length > 0
  useEffect(() => {
    const left = ({ target }: Event) => {
      if (!(target instanceof Node) || box.current?.contains(target) !== true) setOffered([])
    }
    if (!isOpen) return
    document.addEventListener('focusin', left)
    document.addEventListener('pointerdown', left)
    return () => {
      document.removeEventListener('focusin', left)
      document.removeEventListener('pointerdown', left)
    }
  }, [box, isOpen])
  return {
    offered,
    open: () => {
      const recent = recentSearches()
      setOffered(recent)
      if (recent.length > 0) say(t('search.recent.offered', { n: recent.length }))
    },
    close: () => setOffered([]),
    forget: () => {
      forgetSearches()
      setOffered([])
    }
  }
}

/** A thin bar, once a search takes its time. */
function Busy() {
  const isLong = useAfter(300)
  return isLong && <span className="search-busy" aria-hidden="true" />
}

/** Puts the cursor into the field, in a dialog first where one is open, and marks what is in it; false where there is none. */
export function focusSearchField(): boolean {
  const fields = [...document.querySelectorAll<HTMLInputElement>('[data-search-field]')]
  const field = fields.find((one) => one.closest('[role=dialog]') !== null) ?? fields.at(-1)
  field?.focus()
  field?.select()
  return field !== undefined
}

function toFirstHit(): void {
  const first = document.querySelector<HTMLElement>('[data-hit]')
  first?.focus()
  first?.click()
}
