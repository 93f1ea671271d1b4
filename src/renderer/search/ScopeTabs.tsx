import type { SearchScope } from '../../contract/search.ts'
import { useSearch } from './SearchContext.tsx'

const names = { anywhere: 'Anywhere', removed: 'Removed text', current: 'Current text', headline: 'Headlines' } as const
const scopes = Object.keys(names) as (keyof typeof names)[]

/** Where the words must stand. Added text has no button of its own: `added:` finds it. */
export function ScopeTabs() {
  const { searching, take } = useSearch()
  const choose = (scope: SearchScope) => take({ type: 'scope', scope })
  return (
    <fieldset className="segmented search-scopes" aria-label="Where to search">
      {scopes.map((scope) => (
        <button key={scope} type="button" aria-pressed={scope === searching.scope} onClick={() => choose(scope)}>
          {names[scope]}
        </button>
      ))}
    </fieldset>
  )
}
