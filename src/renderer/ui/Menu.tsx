import { ChevronDown } from 'lucide-react'
import { useState, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react'
import { Button, DialogTrigger, ListBox, ListBoxItem, ListLayout, Popover, Virtualizer } from 'react-aria-components'

export interface Choice {
  readonly key: string
  readonly content: ReactNode
  readonly disabled?: boolean
  readonly title?: string
  /** What typing finds it by. */
  readonly text?: string
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

/** A button that opens a list of choices; arrows move, Enter chooses, Esc closes. */
export function Menu({ label, children, className = '', ...list }: Props) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className={`pick ${className}`} aria-haspopup="listbox" aria-expanded={open}>
        <span className="hidden-text">{label}: </span>
        {children}
        <ChevronDown className="icon" strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Popover className="popover" data-overlay="popover" offset={8} placement="bottom start" aria-label={label}>
        <Choices {...list} label={label} onClose={close} />
      </Popover>
    </DialogTrigger>
  )
}

type ChoicesProps = Pick<Props, 'label' | 'choices' | 'current' | 'onChoose' | 'onRemove'> & {
  readonly onClose: () => void
}

/** A history of thousands is drawn as far as it is scrolled. */
const many = 120

function Choices({ choices, ...rest }: ChoicesProps) {
  const list = <ChoiceList choices={choices} {...rest} />
  if (choices.length <= many) return list
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: 34 }}>
      {list}
    </Virtualizer>
  )
}

function ChoiceList({ label, choices, current, onChoose, onRemove, onClose }: ChoicesProps) {
  // Choosing what is chosen already selects nothing, and closes all the same.
  const again = ({ target }: SyntheticEvent) => {
    if (target instanceof Element && target.closest('[aria-selected=true]') !== null) onClose()
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') return again(event)
    const key = document.activeElement?.getAttribute('data-key')
    if (event.key !== 'Delete' || onRemove === undefined || key === null || key === undefined) return
    event.preventDefault()
    onClose()
    onRemove(key)
  }
  return (
    <div className="menu-box" onKeyDown={pressed} onClick={again} role="presentation">
      <ListBox
        className="menu scroller"
        aria-label={label}
        items={choices.map((choice) => ({ ...choice, id: choice.key }))}
        selectionMode="single"
        selectedKeys={[current]}
        disabledKeys={choices.filter(({ disabled }) => disabled === true).map(({ key }) => key)}
        disallowEmptySelection
        shouldFocusWrap={false}
        // What opened the list put the reader here.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus="first"
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys
          onClose()
          if (key !== undefined && key !== current) onChoose(String(key))
        }}
      >
        {(choice) => (
          <ListBoxItem id={choice.key} className="option" textValue={choice.text ?? choice.key}>
            <span className="option-inside" title={choice.title}>
              {choice.content}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
    </div>
  )
}
