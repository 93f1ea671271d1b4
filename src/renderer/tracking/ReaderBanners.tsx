import { Archive, CircleAlert, FileQuestion, Hourglass, Split, WifiOff, type LucideIcon } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { t, type Key } from '../../catalogue/words.ts'
import type { Tracking } from '../../contract/tracking.ts'
import type { Timemap } from '../../domain/timemap.ts'
import { clock } from '../ui/clock.ts'
import { useNow } from '../ui/useNow.ts'
import { backfillWords, heldWords, readerState, type ReaderState } from './articleWords.ts'
import { hostOf } from './problemWords.ts'
import { useChecks, useTracking } from './queries.ts'
import { SiteSent } from './SiteSent.tsx'
import { useChecking } from './useChecking.ts'

/** What is in the way of an article's checks, what was kept apart, and how far an archive has answered. */
export function ReaderBanners({ timemap }: { readonly timemap: Timemap }) {
  const { article } = timemap
  const tracking = useTracking(article.url === null ? null : article.id).data
  if (tracking === undefined || article.url === null) return null
  return <Banners timemap={timemap} tracking={tracking} url={article.url} />
}

interface BannersProps {
  readonly timemap: Timemap
  readonly tracking: Tracking
  readonly url: string
}

function Banners({ timemap, tracking, url }: BannersProps) {
  const { article, captures, revisions } = timemap
  const checks = useChecks()
  const now = useNow()
  const { acceptHeld, rejectHeld } = useChecking()
  const host = hostOf(url)
  const state = readerState({ tracking, checks, captures, host, versions: revisions.length, now, clock })
  const held = tracking.held.at(-1)
  return (
    <div className="reader-banners">
      {state !== null && <StateBanner key={state.title} {...{ state, tracking, url }} />}
      {held !== undefined && (
        <Banner icon={Split} {...heldWords(held)}>
          <button type="button" className="button" onClick={() => acceptHeld(article.id, held.capture)}>
            {t('check.compareAnyway')}
          </button>
          <button type="button" className="text-button" onClick={() => rejectHeld(article.id, held.capture)}>
            {t('check.leaveOut')}
          </button>
        </Banner>
      )}
      <Backfill tracking={tracking} />
    </div>
  )
}

interface BannerProps {
  readonly icon: LucideIcon
  readonly title: string
  readonly text: string
  readonly warning?: boolean
  readonly children?: ReactNode
  readonly below?: ReactNode
}

function Banner({ icon: Icon, title, text, warning = false, children, below }: BannerProps) {
  return (
    <div className={`state-banner ${warning ? 'state-warning' : ''}`}>
      <Icon className="icon" strokeWidth={1.75} aria-hidden="true" />
      <div className="grow">
        <p>
          <b>{title}</b> {text}
        </p>
        {children !== undefined && <div className="state-acts">{children}</div>}
        {below}
      </div>
    </div>
  )
}

const icons: Readonly<Record<NonNullable<ReaderState>['kind'], LucideIcon>> = {
  refused: CircleAlert,
  gone: CircleAlert,
  'no-text': FileQuestion,
  waiting: Hourglass,
  offline: WifiOff
}

interface StateProps {
  readonly state: NonNullable<ReaderState>
  readonly tracking: Tracking
  readonly url: string
}

function StateBanner({ state, tracking, url }: StateProps) {
  const { article, pace } = tracking
  const { checkNow, setPace, setReading } = useChecking()
  const [closed, setClosed] = useState(false)
  if (closed) return null
  const { kind, title, text } = state
  const act = (label: Key, work: () => void, isFirst = false) => (
    <button type="button" className={isFirst ? 'button' : 'text-button'} onClick={work}>
      {t(label)}
    </button>
  )
  const browser = act('check.openInBrowser', () => void window.palimpsest.shell.openExternal({ url }), true)
  const acts = {
    refused: (
      <>
        {act('check.tryNow', () => checkNow(article), true)}
        {browser}
        {pace !== 'less' && act('check.less', () => setPace(article, pace, 'less'))}
      </>
    ),
    gone: (
      <>
        {act('check.keep', () => (pace === 'paused' ? setPace(article, pace, 'usual') : setClosed(true)), true)}
        {pace !== 'paused' && act('check.stop', () => setPace(article, pace, 'paused'), true)}
      </>
    ),
    'no-text': (
      <>
        {tracking.reading !== 'browser' && act('check.withBrowser', () => setReading(article, 'browser'), true)}
        {browser}
      </>
    ),
    waiting: pace !== 'less' && act('check.less', () => setPace(article, pace, 'less')),
    offline: null
  }[kind]
  const isWarning = kind === 'refused' || kind === 'gone'
  return (
    <Banner
      icon={icons[kind]}
      {...{ title, text }}
      warning={isWarning}
      below={kind === 'refused' && <SiteSent article={article} />}
    >
      {acts === null || acts === false ? undefined : acts}
    </Banner>
  )
}

/** While an archive is asked, and what came of it until it is closed. */
function Backfill({ tracking: { article, backfill } }: { readonly tracking: Tracking }) {
  const { cancelBackfill } = useChecking()
  const [closed, setClosed] = useState<string | null>(null)
  if (backfill === null) return null
  const words = backfillWords(backfill)
  if (closed === words && !backfill.running) return null
  return (
    <Banner icon={Archive} title={backfill.running ? t('archive.asking') : t('archive.asked')} text={words}>
      {backfill.running ? (
        <button type="button" className="button" onClick={() => cancelBackfill(article)}>
          {t('app.cancel')}
        </button>
      ) : (
        <button type="button" className="text-button" onClick={() => setClosed(words)}>
          {t('app.close')}
        </button>
      )}
    </Banner>
  )
}
