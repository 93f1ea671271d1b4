import type { LucideIcon } from 'lucide-react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { IconButton } from './IconButton.tsx'

export interface Action {
  readonly key: string
  readonly icon: LucideIcon
  readonly label: string
  readonly act: () => void
}

interface Props {
  readonly label: string
  readonly icon: LucideIcon
  readonly actions: readonly Action[]
  /** What is known about them, above them. */
  readonly note?: string | null
  readonly className?: string
  readonly startsOpen?: boolean
}

/** An icon that opens a menu of things to do; arrows move, Enter does one, Esc closes. */
export function ActionMenu({ label, icon, actions, note = null, className = '', startsOpen = false }: Props) {
  return (
    <MenuTrigger defaultOpen={startsOpen}>
      <IconButton icon={icon} label={label} className={className} />
      <Popover className="popover" data-overlay="popover" offset={8} placement="bottom end">
        {note !== null && <p className="action-note">{note}</p>}
        <Menu className="menu scroller" aria-label={label} items={actions}>
          {(action) => (
            <MenuItem id={action.key} className="option action" textValue={action.label} onAction={action.act}>
              <action.icon className="icon" strokeWidth={1.75} aria-hidden="true" />
              {action.label}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
