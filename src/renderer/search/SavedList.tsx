import { Bell, BellOff, Ellipsis, Pencil, Search, X } from 'lucide-react'
import { useState } from 'react'
import { t } from '../../catalogue/words.ts'
import { mostFresh, type SavedSearch } from '../../contract/saved.ts'
import { ActionMenu } from '../ui/ActionMenu.tsx'
import { useSearch } from './SearchContext.tsx'
import { useRunSaved, useSavedSearches, useSaving } from './useSaved.ts'
import { fetchSearch } from './whenNeeded.ts'

/** The searches that the reader keeps, each with how many articles it came to find since they looked. */
export function SavedList({ onChosen }: { readonly onChosen: () => void }) {
  const saved = useSavedSearches().data ?? []
  if (saved.length === 0) return null
  return (
    <>
      <h2 className="nav-title" id="nav-saved">
        {t('search.saved')}
      </h2>
      <ul className="nav-list" aria-labelledby="nav-saved">
        {saved.map((search) => (
          <Saved key={search.id} search={search} onChosen={onChosen} />
        ))}
      </ul>
    </>
  )
}

interface SavedProps {
  readonly search: SavedSearch
  readonly onChosen: () => void
}

function Saved({ search, onChosen }: SavedProps) {
  const { id, name, notify, query } = search
  const { searching } = useSearch()
  const run = useRunSaved()
  const { change, remove } = useSaving()
  const [renaming, setRenaming] = useState(false)
  if (renaming) return <Renaming search={search} onClose={() => setRenaming(false)} />
  return (
    <li className="feed saved">
      <button
        type="button"
        className="nav-item"
        data-roving
        aria-current={searching.saved === id}
        onPointerEnter={fetchSearch}
        onFocus={fetchSearch}
        onKeyDown={(event) => {
          if (event.key === 'F2') setRenaming(true)
          else if (event.key === 'Delete') remove(id)
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
        onClick={() => {
          run(search)
          onChosen()
        }}
      >
        <Search className="icon" strokeWidth={1.75} aria-hidden="true" />
        <span className="nav-name" dir="auto">
          {name}
        </span>
        <Fresh n={search.fresh.length} />
      </button>
      <ActionMenu
        label={t('search.saved.actions', { name })}
        icon={Ellipsis}
        className="feed-menu"
        note={t('search.saved.note', { text: query.text, notify: notify ? 'yes' : 'no' })}
        actions={[
          { key: 'rename', icon: Pencil, label: t('search.saved.rename'), act: () => setRenaming(true) },
          notify
            ? { key: 'quiet', icon: BellOff, label: t('search.saved.quiet'), act: () => change(id, { notify: false }) }
            : { key: 'notify', icon: Bell, label: t('search.saved.notify'), act: () => change(id, { notify: true }) },
          { key: 'delete', icon: X, label: t('search.saved.delete'), act: () => remove(id) }
        ]}
      />
    </li>
  )
}

function Fresh({ n }: { readonly n: number }) {
  if (n === 0) return null
  return (
    <span className="count">
      <span aria-hidden="true">{n < mostFresh ? n : t('search.saved.many', { n: mostFresh - 1 })}</span>
      <span className="hidden-text">{t('search.saved.fresh', { n })}</span>
    </span>
  )
}

/** The name in a field, in its place; Enter or leaving keeps it, Esc does not. */
function Renaming({ search, onClose }: { readonly search: SavedSearch; readonly onClose: () => void }) {
  const { change } = useSaving()
  const keep = (text: string) => {
    const name = text.trim()
    if (name !== '' && name !== search.name) change(search.id, { name })
    onClose()
  }
  return (
    <li className="saved-renaming">
      <input
        className="field-line"
        aria-label={t('search.save.name')}
        defaultValue={search.name}
        maxLength={200}
        // The reader has just asked for it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onFocus={(event) => event.target.select()}
        onBlur={(event) => keep(event.target.value)}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') keep(event.currentTarget.value)
          else if (event.key === 'Escape') onClose()
        }}
      />
    </li>
  )
}
