import type { SourceCount } from '../../contract/lists.ts'
import { Menu } from '../ui/Menu.tsx'
import { useSearch } from './SearchContext.tsx'
import { sinces, type Since } from './searching.ts'

const sinceNames: Readonly<Record<Since, string>> = {
  any: 'Any time',
  week: 'Last 7 days',
  month: 'Last 30 days',
  year: 'Last year'
}

/** Whose articles are searched, and how long ago the text stood at most. */
export function FilterRow({ sources }: { readonly sources: readonly SourceCount[] }) {
  const { searching, take } = useSearch()
  const { source, since } = searching.filters
  const named = sources.toSorted((a, b) => a.name.localeCompare(b.name))
  return (
    <div className="search-filters">
      <Menu
        label="Source"
        current={String(source ?? '')}
        choices={[
          { key: '', content: 'Any source' },
          ...named.map(({ id, name }) => ({ key: String(id), content: <bdi>{name}</bdi> }))
        ]}
        onChoose={(key) => take({ type: 'filters', filters: { source: key === '' ? null : Number(key) } })}
      >
        <span>{named.find(({ id }) => id === source)?.name ?? 'Any source'}</span>
      </Menu>
      <Menu
        label="When it stood on the page"
        current={since}
        choices={sinces.map((key) => ({ key, content: sinceNames[key] }))}
        onChoose={(key) => take({ type: 'filters', filters: { since: sinces.find((one) => one === key) ?? 'any' } })}
      >
        <span>{sinceNames[since]}</span>
      </Menu>
    </div>
  )
}
