import { ListFilter } from 'lucide-react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { filterKinds, usualChoice, type ListChoice, type ListFilter as Filter, type ListKey } from '../../contract/lists.ts' // prettier-ignore
import type { SourceCount } from '../../contract/lists.ts'
import { t } from '../../catalogue/words.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu } from '../ui/Menu.tsx'
import { Toggle } from '../ui/Toggle.tsx'
import { isUnfiltered } from './choices.ts'

interface Props {
  readonly list: ListKey
  readonly choice: ListChoice
  readonly sources: readonly SourceCount[]
  readonly onFilter: (filter: Filter) => void
}

/** Which articles of a list are shown. */
export function FilterButton({ list, choice, sources, onFilter }: Props) {
  const isOn = !isUnfiltered(list, choice)
  return (
    <DialogTrigger>
      <IconButton
        icon={ListFilter}
        label={isOn ? t('list.filter.on') : t('list.filter')}
        className={isOn ? 'list-filtered' : ''}
      />
      <Popover className="popover" data-overlay="popover" offset={8} placement="bottom end">
        <Dialog className="filter" aria-label={t('list.filter')}>
          <FilterFields {...{ list, choice, sources, onFilter }} />
          {isOn && (
            <button type="button" className="button" onClick={() => onFilter(usualChoice(list).filter)}>
              {t('list.filter.clear')}
            </button>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function FilterFields({ list, choice: { filter }, sources, onFilter }: Props) {
  const set = (part: Partial<Filter>) => onFilter({ ...filter, ...part })
  const kindName = (kind: Filter['kind']) => (kind === null ? t('list.filter.anyKind') : t(`list.kind.${kind}`))
  const named = sources
    .filter(({ folder }) => list.kind !== 'folder' || folder === list.folder)
    .toSorted((a, b) => a.name.localeCompare(b.name))
  return (
    <>
      <Toggle
        label={t('list.filter.minor')}
        help={t('list.filter.minorHelp')}
        on={filter.hideMinor}
        onChange={(hideMinor) => set({ hideMinor })}
      />
      <Toggle label={t('list.filter.silent')} on={filter.silent} onChange={(silent) => set({ silent })} />
      <div className="filter-pick">
        <span>{t('list.filter.kind')}</span>
        <Menu
          label={t('list.filter.kind')}
          current={filter.kind ?? ''}
          choices={['' as const, ...filterKinds].map((key) => {
            const name = kindName(key === '' ? null : key)
            return { key, content: name, text: name }
          })}
          onChoose={(key) => set({ kind: filterKinds.find((kind) => kind === key) ?? null })}
        >
          <span>{kindName(filter.kind)}</span>
        </Menu>
      </div>
      {list.kind !== 'source' && (
        <div className="filter-pick">
          <span>{t('list.filter.source')}</span>
          <Menu
            label={t('list.filter.source')}
            current={String(filter.source ?? '')}
            choices={[
              { key: '', content: t('list.filter.anySource'), text: t('list.filter.anySource') },
              ...named.map(({ id, name }) => ({ key: String(id), content: <bdi>{name}</bdi>, text: name }))
            ]}
            onChoose={(key) => set({ source: key === '' ? null : Number(key) })}
          >
            <bdi>{named.find(({ id }) => id === filter.source)?.name ?? t('list.filter.anySource')}</bdi>
          </Menu>
        </div>
      )}
    </>
  )
}
