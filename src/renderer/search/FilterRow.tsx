import { t } from '../../catalogue/words.ts'
import type { SourceCount } from '../../contract/lists.ts'
import { sinces } from '../../contract/search.ts'
import { Menu } from '../ui/Menu.tsx'
import { useSearch } from './SearchContext.tsx'

/** Whose articles are searched, and how long ago the text stood at most. */
export function FilterRow({ sources }: { readonly sources: readonly SourceCount[] }) {
  const { searching, take } = useSearch()
  const { source, since } = searching.filters
  const named = sources.toSorted((a, b) => a.name.localeCompare(b.name))
  return (
    <div className="search-filters">
      <Menu
        label={t('search.source')}
        current={String(source ?? '')}
        choices={[
          { key: '', content: t('search.source.any') },
          ...named.map(({ id, name }) => ({ key: String(id), content: <bdi>{name}</bdi>, text: name }))
        ]}
        onChoose={(key) => take({ type: 'filters', filters: { source: key === '' ? null : Number(key) } })}
      >
        <span>{named.find(({ id }) => id === source)?.name ?? t('search.source.any')}</span>
      </Menu>
      <Menu
        label={t('search.since')}
        current={since}
        choices={sinces.map((key) => ({ key, content: t(`search.since.${key}`), text: t(`search.since.${key}`) }))}
        onChoose={(key) => take({ type: 'filters', filters: { since: sinces.find((one) => one === key) ?? 'any' } })}
      >
        <span>{t(`search.since.${since}`)}</span>
      </Menu>
    </div>
  )
}
