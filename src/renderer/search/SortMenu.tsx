import { ArrowUpDown, Check } from 'lucide-react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { t } from '../../catalogue/words.ts'
import { searchSorts } from '../../contract/search.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { useSearch } from './SearchContext.tsx'

/** What comes first. */
export function SortMenu() {
  const { searching, take } = useSearch()
  return (
    <MenuTrigger>
      <IconButton icon={ArrowUpDown} label={t('search.sort')} />
      <Popover className="popover" data-overlay="popover" offset={8} placement="bottom end">
        <Menu
          className="menu scroller"
          aria-label={t('search.sort')}
          selectionMode="single"
          selectedKeys={[searching.sort]}
          disallowEmptySelection
        >
          {searchSorts.map((sort) => (
            <MenuItem
              key={sort}
              id={sort}
              className="option action search-sort"
              onAction={() => take({ type: 'sort', sort })}
            >
              <Check className="icon" strokeWidth={1.75} aria-hidden="true" data-chosen={sort === searching.sort} />
              {t(`search.sort.${sort}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
