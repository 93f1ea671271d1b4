import { useEffect, useState } from 'react'
import type { Checks, HostProgress } from '../../contract/tracking.ts'
import { usePlace } from '../app/PlaceContext.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ActivityList } from './ActivityList.tsx'
import { checksTitle, hostWords } from './checksWords.ts'
import { useChecks } from './queries.ts'
import { useChecking } from './useChecking.ts'

interface Props {
  readonly onActivity: () => void
  readonly onClose: () => void
}

/** What is being checked host by host, and what has ended. */
export function ChecksDialog({ onActivity, onClose }: Props) {
  const checks = useChecks()
  const { pauseAll } = useChecking()
  const { go } = usePlace()
  const open = (article: number) => {
    go({ type: 'open', article, unseen: 0, show: true })
    onClose()
  }
  const paused = checks?.paused ?? false
  return (
    <Dialog
      wide
      title={checks === undefined ? 'Checks' : checksTitle(checks)}
      onClose={onClose}
      head={
        checks !== undefined && (
          <button type="button" className="button" data-first onClick={() => pauseAll(!paused)}>
            {paused ? 'Resume' : 'Pause'}
          </button>
        )
      }
      footer={
        <>
          <span className="grow" />
          <button type="button" className="button" onClick={onActivity}>
            Show all activity
          </button>
          <button type="button" className="button button-primary" onClick={onClose}>
            Close
          </button>
        </>
      }
    >
      {checks === undefined ? (
        <p className="about-lead">
          What is being checked is not known at present. All stored versions are here to read.
        </p>
      ) : (
        <Panel checks={checks} onOpen={open} />
      )}
    </Dialog>
  )
}

function Panel({ checks, onOpen }: { readonly checks: Checks; readonly onOpen: (article: number) => void }) {
  const { hosts, finished, offlineSince, paused, refusing } = checks
  const now = useSeconds()
  return (
    <>
      {offlineSince !== null && (
        <p className="about-lead">
          You are offline. Checks start again when the connection returns. All stored versions are here to read.
        </p>
      )}
      {paused && <p className="about-lead">Nothing is checked by itself until you resume.</p>}
      {hosts.length > 0 && (
        <ul className="activities" aria-label="Sites being checked">
          {hosts.map((host) => (
            <Host key={host.host} progress={host} now={now} />
          ))}
        </ul>
      )}
      {refusing.length > 0 && (
        <>
          <h3 className="panel-title">Refuse checks</h3>
          <ul className="activities" aria-label="Sites that refuse checks">
            {refusing.map((host) => (
              <li key={host}>
                <span className="activity-words">
                  <b>{host}</b>
                  <span>Asked less and less often. Stored versions are not affected.</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className="panel-title">Finished</h3>
      {finished.length === 0 ? (
        <p className="help">Nothing has been checked since Palimpsest started.</p>
      ) : (
        <ActivityList label="Finished" activities={finished} whole={false} onOpen={onOpen} />
      )}
    </>
  )
}

function Host({ progress, now }: { readonly progress: HostProgress; readonly now: number }) {
  const { host, done, total } = progress
  return (
    <li>
      <span className="activity-words">
        <b>{host}</b>
        <span>{hostWords(progress, now)}</span>
      </span>
      <progress
        className="host-bar"
        max={Math.max(1, total)}
        value={done}
        aria-label={`${host}, ${done} of ${total}`}
      />
      <span className="host-count">
        {done} of {total}
      </span>
    </li>
  )
}

/** The present, moved on every second: hosts wait for seconds. */
function useSeconds(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}
