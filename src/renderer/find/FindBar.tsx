import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { t } from '../../catalogue/words.ts'
import { useAnnounce } from '../app/announce.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useHits, type SearchedText } from './useHits.ts'

interface Props extends SearchedText {
  /** Counts how often the keys asked for it: the field then takes the focus again. */
  readonly asked: number
  readonly onClose: () => void
}

/** Looks for words in the text that is open. Enter goes to the next hit, Shift Enter to the one before, Esc closes. */
export function FindBar({ asked, onClose, ...text }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const { hits, at, isSearched, step } = useHits(text, query)
  const isAsked = query.trim() !== ''
  useHighlights(hits, at)
  useSpoken(isAsked && isSearched, hits.length, at)
  useEffect(() => {
    if (asked === 0) return
    field.current?.focus()
    field.current?.select()
  }, [asked])
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' && event.target === field.current) step(event.shiftKey ? -1 : 1)
    else if (event.key.toLowerCase() === 'g' && (event.ctrlKey || event.metaKey)) step(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const none = isAsked && isSearched && hits.length === 0
  return (
    <search className="find-bar" aria-label={t('find.title')} data-none={none || undefined}>
      <div className="find-inside" role="presentation" onKeyDown={pressed}>
        <input
          ref={field}
          type="text"
          aria-label={t('find.field')}
          placeholder={t('find.field')}
          value={query}
          dir="auto"
          spellCheck={false}
          maxLength={400}
          onChange={(event) => setQuery(event.target.value)}
        />
        <span className="find-count">
          {none && t('find.none')}
          {isAsked && hits.length > 0 && t('find.at', { n: at + 1, total: hits.length })}
        </span>
        <IconButton
          icon={ChevronUp}
          label={t('find.previous')}
          isDisabled={hits.length === 0}
          onPress={() => step(-1)}
        />
        <IconButton icon={ChevronDown} label={t('find.next')} isDisabled={hits.length === 0} onPress={() => step(1)} />
        <IconButton icon={X} label={t('find.close')} onPress={onClose} />
      </div>
    </search>
  )
}

/** Marks the hits in the drawn text without touching it; the current one stands out. */
function useHighlights(hits: readonly Range[], at: number): void {
  useEffect(() => {
    const hit = hits[at]
    const now = new Highlight(...(hit === undefined ? [] : [hit]))
    now.priority = 1
    CSS.highlights.set('find-hits', new Highlight(...hits))
    CSS.highlights.set('find-now', now)
    return () => {
      CSS.highlights.delete('find-hits')
      CSS.highlights.delete('find-now')
    }
  }, [hits, at])
}

/** Says how many there are once the words have stood for a moment, and which one is current. */
function useSpoken(isOn: boolean, total: number, at: number): void {
  const say = useAnnounce()
  useEffect(() => {
    if (!isOn) return
    const timer = setTimeout(() => say(t('find.says', { total, n: at + 1 })), 400)
    return () => clearTimeout(timer)
  }, [say, isOn, total, at])
}
