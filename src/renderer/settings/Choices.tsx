import { useId } from 'react'

interface Props<T extends string> {
  readonly label: string
  readonly help?: string
  readonly value: T
  readonly choices: readonly (readonly [T, string])[]
  readonly onChoose: (value: T) => void
}

/** One of a few, all in view. */
export function Choices<T extends string>({ label, help, value, choices, onChoose }: Props<T>) {
  const name = useId()
  return (
    <fieldset className="setting" aria-label={label} aria-describedby={help === undefined ? undefined : `${name}-help`}>
      <span aria-hidden="true">{label}</span>
      <div>
        <div className="segmented segmented-radio">
          {choices.map(([choice, words]) => (
            <label key={choice}>
              <input type="radio" name={name} checked={value === choice} onChange={() => onChoose(choice)} />
              <span>{words}</span>
            </label>
          ))}
        </div>
        {help !== undefined && (
          <p className="help" id={`${name}-help`}>
            {help}
          </p>
        )}
      </div>
    </fieldset>
  )
}
