import { useId, useState, type ReactNode } from 'react'
import { t } from '../../catalogue/words.ts'

interface SwitchProps {
  readonly label: string
  /** What it means, in a sentence. */
  readonly help?: string
  readonly on: boolean
  readonly disabled?: boolean
  readonly onChange: (on: boolean) => void
}

/** Something that is on or off. */
export function Switch({ label, help, on, disabled = false, onChange }: SwitchProps) {
  const id = useId()
  return (
    <div className="setting-switch">
      <label>
        <input
          type="checkbox"
          role="switch"
          className="switch"
          checked={on}
          aria-checked={on}
          disabled={disabled}
          aria-describedby={help === undefined ? undefined : id}
          onChange={({ target }) => onChange(target.checked)}
        />
        {label}
      </label>
      {help !== undefined && (
        <p className="help" id={id}>
          {help}
        </p>
      )}
    </div>
  )
}

interface FieldProps<T> {
  readonly label: string
  readonly help?: string
  readonly value: T
  readonly onValue: (value: T) => void
}

interface NumberProps extends FieldProps<number> {
  readonly least: number
  readonly most: number
  readonly step?: number
}

/** A number; what is out of its range is not taken, and the last one that was comes back. */
export function NumberField({ label, help, value, least, most, step = 1, onValue }: NumberProps) {
  const valid = (text: string) => {
    const n = Number(text)
    return text.trim() !== '' && n >= least && n <= most && (step !== 1 || Number.isInteger(n)) ? n : null
  }
  const range = t('settings.range', { least, most })
  return (
    <TypedField
      label={label}
      help={help === undefined ? range : `${help} ${range}`}
      value={String(value)}
      short
      check={(text) => valid(text) !== null}
      wrong={range}
      onValue={(text) => onValue(valid(text) ?? value)}
    />
  )
}

interface TypedProps extends FieldProps<string> {
  readonly short?: boolean
  readonly placeholder?: string
  readonly check: (text: string) => boolean
  /** What is said of a text that cannot be taken. */
  readonly wrong: string
}

/** A line of text, taken with Enter or when the field is left. */
export function TypedField({ label, help, value, short = false, placeholder, check, wrong, onValue }: TypedProps) {
  const id = useId()
  const [text, setText] = useState<string | null>(null)
  const shown = text ?? value
  const isWrong = text !== null && !check(text)
  const take = () => {
    if (text !== null && check(text) && text !== value) onValue(text)
    setText(null)
  }
  return (
    <Setting label={label} id={id}>
      <input
        id={id}
        className={`field-line ${short ? 'field-short' : ''}`}
        inputMode={short ? 'decimal' : 'text'}
        placeholder={placeholder}
        value={shown}
        aria-invalid={isWrong}
        aria-describedby={`${id}-help`}
        onChange={({ target }) => setText(target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take()
        }}
      />
      <p className={isWrong ? 'field-error' : 'help'} id={`${id}-help`}>
        {isWrong ? wrong : help}
      </p>
    </Setting>
  )
}

/** A label with what it stands beside. */
function Setting({
  label,
  id,
  children
}: {
  readonly label: string
  readonly id: string
  readonly children: ReactNode
}) {
  return (
    <div className="setting">
      <label htmlFor={id}>{label}</label>
      <div>{children}</div>
    </div>
  )
}
