import { t } from '../../catalogue/words.ts'

interface Props {
  readonly zone: string
  readonly onZone: (zone: string) => void
}

/** Which zone holds for times that name none. */
export function ZoneField({ zone, onZone }: Props) {
  return (
    <label className="look-zone">
      <span className="label">{t('look.zone')}</span>
      <select className="field-line" value={zone} onChange={({ target }) => onZone(target.value)}>
        {zones().map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      <span className="help">{t('look.zoneHelp')}</span>
    </label>
  )
}

/** The zone of this computer. */
export const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

/** All that the runtime knows, this computer's first, then UTC. */
function zones(): readonly string[] {
  return [...new Set([ownZone(), 'UTC', ...Intl.supportedValuesOf('timeZone')])]
}
