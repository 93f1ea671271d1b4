import type { LucideIcon } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { place, pressed } from './Menu.tsx'

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
}

/** An icon that opens a menu of things to do; arrows move, Enter does one, Esc closes. */
export function ActionMenu({ label, icon: Icon, actions, note = null, className = '' }: Props) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const items = () => [...(box.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
  const toggled = (isOpen: boolean) => {
    setOpen(isOpen)
    if (!isOpen) return
    requestAnimationFrame(() => {
      if (button.current !== null && box.current !== null) place(button.current, box.current)
      items()[0]?.focus({ preventScroll: true })
    })
  }
  const choose = ({ act }: Action) => {
    box.current?.hidePopover()
    button.current?.focus()
    act()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={`icon-button ${className}`}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        title={label}
        popoverTarget={id}
      >
        <Icon className="icon" strokeWidth={1.75} aria-hidden="true" />
      </button>
      <div
        ref={box}
        id={id}
        popover="auto"
        className="popover scroller"
        role="menu"
        aria-label={label}
        onToggle={(event) => toggled(event.newState === 'open')}
      >
        {open && note !== null && (
          <p className="action-note" role="presentation">
            {note}
          </p>
        )}
        {open &&
          actions.map((action) => (
            <button
              key={action.key}
              type="button"
              role="menuitem"
              className="option action"
              tabIndex={-1}
              onClick={() => choose(action)}
              onKeyDown={(event) => pressed(event, items(), box.current)}
            >
              <action.icon className="icon" strokeWidth={1.75} aria-hidden="true" />
              {action.label}
            </button>
          ))}
      </div>
    </>
  )
}
