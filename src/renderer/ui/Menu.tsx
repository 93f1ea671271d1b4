// A native list box holds lines of text, not rows; its options take the focus in turn.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus */
import { ChevronDown } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

export interface Choice {
  readonly key: string
  readonly content: ReactNode
  readonly disabled?: boolean
  readonly title?: string
}

interface Props {
  /** What is chosen; it stands before the choice in the button's name. */
  readonly label: string
  /** What the button shows: the choice that holds now. */
  readonly children: ReactNode
  readonly choices: readonly Choice[]
  readonly current: string
  readonly onChoose: (key: string) => void
  /** What the Delete key does to a choice. */
  readonly onRemove?: (key: string) => void
  readonly className?: string
}

const gap = 8
/** A history of thousands is drawn as far as it is scrolled. */
const step = 120

/** A button that opens a list of choices; arrows move, Enter chooses, Esc closes. */
export function Menu({ label, children, choices, current, onChoose, onRemove, className = '' }: Props) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const [limit, setLimit] = useState(step)

  const toggled = (isOpen: boolean) => {
    setOpen(isOpen)
    setLimit(choices.findIndex((choice) => choice.key === current) + step)
    if (!isOpen) return
    requestAnimationFrame(() => {
      if (button.current !== null && box.current !== null) place(button.current, box.current)
      const item = box.current?.querySelector<HTMLElement>('[aria-selected=true]') ?? optionsOf(box.current)[0]
      item?.scrollIntoView({ block: 'nearest' })
      item?.focus({ preventScroll: true })
    })
  }
  const choose = (choice: Choice) => {
    if (choice.disabled === true) return
    box.current?.hidePopover()
    button.current?.focus()
    onChoose(choice.key)
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={`pick ${className}`}
        aria-haspopup="listbox"
        aria-expanded={open}
        popoverTarget={id}
      >
        <span className="hidden-text">{label}: </span>
        {children}
        <ChevronDown className="icon" strokeWidth={1.75} aria-hidden="true" />
      </button>
      <div
        ref={box}
        id={id}
        popover="auto"
        className="popover scroller"
        role="listbox"
        aria-label={label}
        onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
          if (limit < choices.length && scrollTop + 3 * clientHeight > scrollHeight) setLimit(limit + step)
        }}
        onToggle={(event) => toggled(event.newState === 'open')}
      >
        {open &&
          choices.slice(0, limit).map((choice) => (
            <div
              key={choice.key}
              role="option"
              className="option"
              tabIndex={-1}
              title={choice.title}
              aria-selected={choice.key === current}
              aria-disabled={choice.disabled ?? false}
              onClick={() => choose(choice)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' || event.key === ' ') {
                  event.preventDefault()
                  choose(choice)
                } else if (event.key === 'Delete' && onRemove !== undefined) {
                  event.preventDefault()
                  box.current?.hidePopover()
                  button.current?.focus()
                  onRemove(choice.key)
                } else pressed(event, optionsOf(box.current), box.current)
              }}
            >
              {choice.content}
            </div>
          ))}
      </div>
    </>
  )
}

const optionsOf = (box: HTMLElement | null) => [
  ...(box?.querySelectorAll<HTMLElement>('[role=option]:not([aria-disabled=true])') ?? [])
]

/** Arrows, Home and End move among what a menu offers; Tab closes it. */
export function pressed(event: KeyboardEvent, all: readonly HTMLElement[], box: HTMLElement | null): void {
  const here = all.findIndex((option) => option === document.activeElement)
  const target = { ArrowDown: here + 1, ArrowUp: here - 1, PageDown: here + 8, PageUp: here - 8 }[event.key]
  if (event.key === 'Home') all[0]?.focus()
  else if (event.key === 'End') all.at(-1)?.focus()
  else if (target !== undefined) all[Math.min(all.length - 1, Math.max(0, target))]?.focus()
  else if (event.key === 'Tab') box?.hidePopover()
  else return
  if (event.key !== 'Tab') event.preventDefault()
}

/** Below the button, above it where there is more room; never beyond the window. */
export function place(button: HTMLElement, box: HTMLElement): void {
  const at = button.getBoundingClientRect()
  const below = innerHeight - at.bottom - 2 * gap
  const above = at.top - 2 * gap
  const height = Math.min(box.scrollHeight, 420)
  const upwards = below < height && above > below
  box.style.maxBlockSize = `${Math.min(420, Math.max(80, upwards ? above : below))}px`
  box.style.left = `${Math.max(gap, Math.min(at.left, innerWidth - box.offsetWidth - gap))}px`
  box.style.top = `${upwards ? Math.max(gap, at.top - gap - box.offsetHeight) : at.bottom + gap}px`
}
