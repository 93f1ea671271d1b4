import { useEffect, useState } from 'react'
import { t } from '../../catalogue/words.ts'
import type { Checks, HostProgress } from '../../contract/tracking.ts'
import { useWhere } from '../app/PlaceContext.tsx'
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
  const { go } = useWhere()
  const open = (article: number) => {
    go({ type: 'open', article, unseen: 0, show: true })
    onClose()
  }
  const paused = checks?.paused ?? false
  return (
    <Dialog
      wide
      title={checks === undefined ? t('checks.title') : checksTitle(checks)}
      onClose={onClose}
      head={
        checks !== undefined && (
          <button type="button" className="button" data-first onClick={() => pauseAll(!paused)}>
            {paused ? t('checks.resume') : t('checks.pause')}
          </button>
        )
      }
      footer={
        <>
          <span className="grow" />
          <button type="button" className="button" onClick={onActivity}>
            {t('checks.showActivity')}
          </button>
          <button type="button" className="button button-primary" onClick={onClose}>
            {t('app.close')}
          </button>
        </>
      }
    >
      {checks === undefined ? (
        <p className="about-lead">{t('checks.unknown')}</p>
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
      {offlineSince !== null && <p className="about-lead">{t('checks.offlineText')}</p>}
      {paused && <p className="about-lead">{t('checks.pausedText')}</p>}
      {hosts.length > 0 && (
        <ul className="activities" aria-label={t('checks.sites')}>
          {hosts.map((host) => (
            <Host key={host.host} progress={host} now={now} />
          ))}
        </ul>
      )}
      {refusing.length > 0 && (
        <>
          <h3 className="panel-title">{t('checks.refuse')}</h3>
          <ul className="activities" aria-label={t('checks.refuseSites')}>
            {refusing.map((host) => (
              <li key={host}>
                <span className="activity-words">
                  <b>{host}</b>
                  <span>{t('checks.refuseText')}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className="panel-title">{t('checks.finished')}</h3>
      {finished.length === 0 ? (
        <p className="help">{t('checks.noneFinished')}</p>
      ) : (
        <ActivityList label={t('checks.finished')} activities={finished} whole={false} onOpen={onOpen} />
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
        aria-label={t('checks.hostOf', { host, done, total })}
      />
      <span className="host-count">{t('checks.of', { done, total })}</span>
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
