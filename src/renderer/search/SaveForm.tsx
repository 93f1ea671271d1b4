import { useId, useState, type SyntheticEvent } from 'react'
import { t } from '../../catalogue/words.ts'
import type { SourceCount } from '../../contract/lists.ts'
import { useSearch } from './SearchContext.tsx'
import { queryOf } from './searching.ts'
import { useSaving } from './useSaved.ts'
import { nameOf } from './words.ts'

interface Props {
  readonly sources: readonly SourceCount[]
  readonly onClose: () => void
}

/** Keeps what is searched for, under a name that can be another, with or without notices. */
export function SaveForm({ sources, onClose }: Props) {
  const { searching } = useSearch()
  const { save } = useSaving()
  const id = useId()
  const query = queryOf(searching)
  const usual = nameOf(query, sources.find(({ id }) => id === query.source)?.name ?? null)
  const [name, setName] = useState<string | null>(null)
  const [notify, setNotify] = useState(false)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const chosen = (name ?? usual).trim()
    save({ name: chosen === '' ? usual : chosen, query, notify })
    onClose()
  }
  return (
    <div
      role="presentation"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        event.preventDefault()
        onClose()
      }}
    >
      <form className="search-save" onSubmit={submit}>
        <label className="hidden-text" htmlFor={id}>
          {t('search.save.name')}
        </label>
        <input
          id={id}
          className="field-line"
          value={name ?? usual}
          maxLength={200}
          // The reader has just asked for it.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          onFocus={(event) => event.target.select()}
          onChange={(event) => setName(event.target.value)}
        />
        <label className="search-notify">
          <input type="checkbox" checked={notify} onChange={(event) => setNotify(event.target.checked)} />
          {t('search.save.notify')}
        </label>
        <div className="search-save-acts">
          <button type="submit" className="button button-primary">
            {t('search.save.do')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t('search.save.cancel')}
          </button>
        </div>
      </form>
    </div>
  )
}
