import { Label, Radio, RadioGroup } from 'react-aria-components'

interface Props {
  readonly label: string
  readonly value: string
  readonly choices: readonly { readonly key: string; readonly words: string; readonly help: string | null }[]
  readonly onChoose: (key: string) => void
}

/** One of a few, each in a sentence. */
export function Choices({ label, value, choices, onChoose }: Props) {
  return (
    <RadioGroup className="choices" value={value} onChange={onChoose}>
      <Label className="label">{label}</Label>
      {choices.map(({ key, words, help }) => (
        <Radio key={key} value={key} className="choice">
          <span className="choice-dot" aria-hidden="true" />
          <span>
            <bdi>{words}</bdi>
            {help !== null && <span className="choice-help">{help}</span>}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
