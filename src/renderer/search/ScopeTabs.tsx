import { t } from '../../catalogue/words.ts'
import { useSearch } from './SearchContext.tsx'

const scopes = ['anywhere', 'removed', 'current', 'headline'] as const

/** Where the words must stand. Added text has no button of its own, but for a search that was saved so: `added:` finds it. */
export function ScopeTabs() {
  const { searching, take } = useSearch()
  const shown = searching.scope === 'added' ? ([...scopes, 'added'] as const) : scopes
  return (
    <fieldset className="segmented search-scopes" aria-label={t('search.where')}>
      {shown.map((scope) => (
        <button
          key={scope}
          type="button"
          aria-pressed={scope === searching.scope}
          onClick={() => take({ type: 'scope', scope })}
        >
          {t(`search.scope.${scope}`)}
        </button>
      ))}
    </fieldset>
  )
}
