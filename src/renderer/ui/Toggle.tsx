import { Switch } from 'react-aria-components'

interface Props {
  readonly label: string
  /** What it means, below it. */
  readonly help?: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

/** Something that is on or off, in a popover or at the foot of a dialog. */
export function Toggle({ label, help, on, onChange }: Props) {
  return (
    <Switch className="toggle" isSelected={on} onChange={onChange}>
      <span className="toggle-track" aria-hidden="true" />
      <span className="toggle-words">
        {label}
        {help !== undefined && <span className="toggle-help">{help}</span>}
      </span>
    </Switch>
  )
}
