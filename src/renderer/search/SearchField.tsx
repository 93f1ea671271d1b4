import { useIsFetching } from '@tanstack/react-query'
import { Search, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useAfter } from '../compare/LoadingText.tsx'
import { useSearch } from './SearchContext.tsx'
import { fetchSearch } from './whenNeeded.ts'

const key = navigator.userAgent.includes('Mac') ? '⌘ F' : 'Ctrl F'

/** One field over every version. Enter and the arrow down lead to the first hit; `onLeft` is told that they did. */
export function SearchField({ onLeft }: { readonly onLeft?: (() => void) | undefined }) {
  const { searching, take, clear } = useSearch()
  const isBusy = useIsFetching({ queryKey: ['search'] }) > 0
  const { text } = searching
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') clear()
    else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      onLeft?.()
      toFirstHit()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <search className="search-field">
      <input
        type="text"
        data-search-field
        aria-label="Search versions"
        placeholder="Search versions"
        value={text}
        spellCheck={false}
        dir="auto"
        maxLength={1000}
        onChange={(event) => take({ type: 'text', text: event.target.value })}
        onKeyDown={pressed}
        onFocus={fetchSearch}
      />
      <Search className="icon" strokeWidth={1.75} aria-hidden="true" />
      {text === '' ? (
        <kbd aria-hidden="true">{key}</kbd>
      ) : (
        <button
          type="button"
          className="icon-button"
          aria-label="Clear search"
          title="Clear search (Esc)"
          onClick={clear}
        >
          <X className="icon icon-sm" strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
      {isBusy && text !== '' && <Busy />}
    </search>
  )
}

/** A thin bar, once a search takes its time. */
function Busy() {
  const isLong = useAfter(300)
  return isLong && <span className="search-busy" aria-hidden="true" />
}

/** Puts the cursor into the field, in a dialog first where one is open, and marks what is in it. */
export function focusSearchField(): void {
  const fields = [...document.querySelectorAll<HTMLInputElement>('[data-search-field]')]
  const field = fields.find((one) => one.closest('[role=dialog]') !== null) ?? fields.at(-1)
  field?.focus()
  field?.select()
}

function toFirstHit(): void {
  const first = document.querySelector<HTMLElement>('[data-hit]')
  first?.focus()
  first?.click()
}
