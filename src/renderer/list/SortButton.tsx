import { ArrowDownUp, Check } from 'lucide-react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { listSorts, type ListSort } from '../../contract/lists.ts'
import { t } from '../../catalogue/words.ts'
import { IconButton } from '../ui/IconButton.tsx'

interface Props {
  readonly sort: ListSort
  readonly onSort: (sort: ListSort) => void
}

/** By what a list is ordered. */
export function SortButton({ sort, onSort }: Props) {
  const chosen = t(`list.sort.${sort}`)
  return (
    <MenuTrigger>
      <IconButton icon={ArrowDownUp} label={t('list.sort.by', { by: chosen })} />
      <Popover className="popover" data-overlay="popover" offset={8} placement="bottom end">
        <Menu
          className="menu scroller"
          aria-label={t('list.sort')}
          selectionMode="single"
          selectedKeys={[sort]}
          disallowEmptySelection
          onAction={(key) => onSort(listSorts.find((one) => one === key) ?? sort)}
        >
          {listSorts.map((one) => (
            <MenuItem key={one} id={one} className="option action" textValue={t(`list.sort.${one}`)}>
              <Check className="icon option-check" strokeWidth={1.75} aria-hidden="true" />
              {t(`list.sort.${one}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
