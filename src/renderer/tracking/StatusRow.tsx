import { RefreshCw } from 'lucide-react'
import { t } from '../../catalogue/words.ts'
import { useKeyHint } from '../app/actions.ts'
import { clock } from '../ui/clock.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { useNow } from '../ui/useNow.ts'
import { statusOf } from './checksWords.ts'
import { useChecks } from './queries.ts'
import { useTrackingDialogs } from './TrackingContext.tsx'
import { useChecking } from './useChecking.ts'

/** At the foot of the sidebar: when was checked, what is being checked, or why nothing is. */
export function StatusRow() {
  const checks = useChecks()
  const now = useNow()
  const show = useTrackingDialogs()
  const { checkDue } = useChecking()
  const key = useKeyHint('check-due') ?? undefined
  const { state, first, second } = statusOf(checks, now, clock)
  const words = (
    <>
      <span className="side-dot" data-state={state} aria-hidden="true" />
      <span className="status-words">
        <span>{first}</span>
        {second !== '' && <span>{second}</span>}
      </span>
    </>
  )
  return (
    <div className="side-status">
      {state === 'none' ? (
        <span className="status-open">{words}</span>
      ) : (
        <button
          type="button"
          className="status-open"
          title={t('checks.inProgress')}
          onClick={() => show({ kind: 'checks' })}
        >
          {words}
        </button>
      )}
      {state !== 'none' && (
        <IconButton
          icon={RefreshCw}
          label={t('checks.allDue')}
          keys={key}
          isDisabled={state === 'offline'}
          onPress={checkDue}
        />
      )}
    </div>
  )
}
