import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components'
import { locale } from '../../catalogue/words.ts'

interface Props {
  readonly label: string
  readonly value: number
  readonly least: number
  readonly most: number
  /** The value with its unit, as it is spoken. */
  readonly words: string
  readonly onValue: (value: number) => void
}

/** A number that is set by dragging or with the arrow keys. */
export function Amount({ label, value, least, most, words, onValue }: Props) {
  return (
    <Slider className="setting setting-amount" minValue={least} maxValue={most} value={value} onChange={onValue}>
      <Label>{label}</Label>
      <div>
        <SliderTrack className="amount-track">
          <SliderThumb className="amount-thumb" aria-valuetext={words} />
        </SliderTrack>
        <SliderOutput className="amount-value">{value.toLocaleString(locale())}</SliderOutput>
      </div>
    </Slider>
  )
}
