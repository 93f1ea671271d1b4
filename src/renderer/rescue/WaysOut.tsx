import type { FailureCode } from '../../contract/failure.ts'
import { useRescue } from './RescueContext.tsx'
import { wayNames, waysOut } from './ways.ts'

interface Props {
  readonly code: FailureCode
  readonly isUsualPlace: boolean
  readonly onBackups: () => void
}

const doing = { repair: 'Repairing', read: 'Opening', again: 'Trying' } as const

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
          {busy === way && way in doing ? doing[way as keyof typeof doing] : wayNames[way]}
        </button>
      ))}
    </div>
  )
}
