import { t } from '../../catalogue/words.ts'
import type { Checks, HostProgress } from '../../contract/tracking.ts'
import { unitWords, type Clock } from '../ui/time.ts'
import { numeral } from '../ui/words.ts'

export interface Status {
  readonly state: 'none' | 'checked' | 'checking' | 'offline' | 'paused' | 'refused'
  readonly first: string
  /** Empty where there is nothing more to say. */
  readonly second: string
}

/** What the row at the foot of the sidebar says. */
export function statusOf(checks: Checks | undefined, now: number, clock: Clock): Status {
  if (checks === undefined) return { state: 'none', first: t('checks.none'), second: '' }
  const { paused, offlineSince, done, total, refusing, due } = checks
  const last = lastWords(checks, now, clock)
  if (offlineSince !== null) {
    return {
      state: 'offline',
      first: t('checks.offlineSince', { time: clock.time(offlineSince) }),
      second: waitingWords(due)
    }
  }
  if (paused)
    return { state: 'paused', first: t('checks.paused'), second: due === 0 ? (last ?? '') : waitingWords(due) }
  if (done < total) return { state: 'checking', first: t('checks.progress', { done, total }), second: last ?? '' }
  if (last === null && checks.nextAt === null && due === 0) {
    return { state: 'none', first: t('checks.nothingFollowed'), second: t('checks.addLink') }
  }
  if (refusing.length > 0) {
    return { state: 'refused', first: t('checks.refusing', { n: refusing.length }), second: last ?? '' }
  }
  const second = checks.nextAt === null ? '' : nextWords(checks.nextAt, now)
  return { state: 'checked', first: last ?? t('checks.notYet'), second }
}

const waitingWords = (due: number): string => (due === 0 ? t('checks.noneWaiting') : t('checks.waiting', { n: due }))

function lastWords({ lastAt }: Checks, now: number, clock: Clock): string | null {
  return lastAt === null ? null : t('checks.last', { ago: clock.ago(lastAt, now) })
}

/** `Next in 12 min`. */
export function nextWords(iso: string, now: number): string {
  const left = Date.parse(iso) - now
  return left < 30_000 ? t('checks.due') : t('checks.next', { left: leftWords(left) })
}

/** `40 s`, `12 min`, `3 h`, `2 days`. */
export function leftWords(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (ms < 59_500) return t('time.seconds', { n: Math.max(1, Math.ceil(ms / 1000)) })
  if (minutes < 60) return t('time.minutes', { n: minutes })
  if (minutes < 36 * 60) return t('time.hours', { n: Math.round(minutes / 60) })
  return unitWords(Math.round(minutes / 1440), 'day')
}

/** How a host is asked, or why it waits: `1 at a time, 2 s apart`, `Asked to slow down, waiting 40 s`. */
export function hostWords({ perHost, spacing, waitsUntil }: HostProgress, now: number): string {
  const left = waitsUntil === null ? 0 : Date.parse(waitsUntil) - now
  if (left > 0) return t('checks.slow', { left: leftWords(left) })
  if (spacing === 0) return t('checks.atATime', { n: perHost })
  return t('checks.spaced', { n: perHost, spacing: t('time.seconds', { n: numeral(spacing) }) })
}

/** The head of the panel. */
export function checksTitle({ paused, offlineSince, done, total }: Checks): string {
  if (offlineSince !== null) return t('checks.titleOffline')
  if (paused) return t('checks.titlePaused')
  return done < total ? t('checks.progress', { done, total }) : t('checks.titleNothing')
}

/** When a moment to come is: `at 14:05`, `tomorrow at 09:00`, `on Thu 5 Mar, 09:00`. */
export function upcoming(iso: string, now: number, clock: Clock): string {
  const day = clock.dayKey(iso)
  if (day === clock.dayKey(new Date(now).toISOString())) return t('time.at', { time: clock.time(iso) })
  if (day === clock.dayKey(new Date(now + 86_400_000).toISOString()))
    return t('time.tomorrow', { time: clock.time(iso) })
  return t('time.on', { moment: clock.moment(iso) })
}
