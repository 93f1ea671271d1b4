import { t, type Key } from '../../catalogue/words.ts'
import type { FailureCode } from '../../contract/failure.ts'
import { useRescue } from './RescueContext.tsx'
import { wayNames, waysOut, type Way } from './ways.ts'

interface Props {
  readonly code: FailureCode
  readonly isUsualPlace: boolean
  readonly onBackups: () => void
}

const doing: Readonly<Partial<Record<Way, Key>>> = {
  repair: 'rescue.repairing',
  read: 'rescue.opening',
  again: 'rescue.trying'
}

/** The ways out of a failure as buttons, the likeliest first. */
export function WaysOut({ code, isUsualPlace, onBackups }: Props) {
  const { busy, take } = useRescue()
  return (
    <div className="ways-out">
      {waysOut(code, isUsualPlace).map((way, i) => (
        <button
          key={way}
          type="button"
          className={i === 0 ? 'button button-primary' : 'button'}
          disabled={busy !== null}
          onClick={() => (way === 'backups' ? onBackups() : void take(way))}
        >
          {t((busy === way ? doing[way] : undefined) ?? wayNames[way])}
        </button>
      ))}
    </div>
  )
}
