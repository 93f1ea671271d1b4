import type { Checks, HostProgress } from '../../contract/tracking.ts'
import type { Clock } from '../ui/time.ts'
import { count } from '../ui/words.ts'

export interface Status {
  readonly state: 'none' | 'checked' | 'checking' | 'offline' | 'paused' | 'refused'
  readonly first: string
  /** Empty where there is nothing more to say. */
  readonly second: string
}

/** What the row at the foot of the sidebar says. */
export function statusOf(checks: Checks | undefined, now: number, clock: Clock): Status {
  if (checks === undefined) return { state: 'none', first: 'No checks scheduled', second: '' }
  const { paused, offlineSince, done, total, refusing, due } = checks
  const last = lastWords(checks, now, clock)
  if (offlineSince !== null) {
    return { state: 'offline', first: `Offline since ${clock.time(offlineSince)}`, second: waitingWords(due) }
  }
  if (paused) return { state: 'paused', first: 'Paused', second: due === 0 ? (last ?? '') : waitingWords(due) }
  if (done < total) return { state: 'checking', first: `Checking ${done} of ${total}`, second: last ?? '' }
  if (last === null && checks.nextAt === null && due === 0) {
    return { state: 'none', first: 'Nothing is followed yet', second: 'Add a link to follow it' }
  }
  if (refusing.length > 0) {
    const first = refusing.length === 1 ? '1 site refuses checks' : `${refusing.length} sites refuse checks`
    return { state: 'refused', first, second: last ?? '' }
  }
  const second = checks.nextAt === null ? '' : nextWords(checks.nextAt, now)
  return { state: 'checked', first: last ?? 'Not checked yet', second }
}

const waitingWords = (due: number): string => (due === 0 ? 'No checks waiting' : `${count(due, 'check')} waiting`)

function lastWords({ lastAt }: Checks, now: number, clock: Clock): string | null {
  if (lastAt === null) return null
  return `Checked ${clock.relative(lastAt, now).replace(/^(?:Just now|Yesterday)$/u, (word) => word.toLowerCase())}`
}

/** `Next in 12 min`. */
export function nextWords(iso: string, now: number): string {
  const left = Date.parse(iso) - now
  return left < 30_000 ? 'Next check is due' : `Next in ${leftWords(left)}`
}

/** `40 s`, `12 min`, `3 h`, `2 days`. */
export function leftWords(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (ms < 59_500) return `${Math.max(1, Math.ceil(ms / 1000))} s`
  if (minutes < 60) return `${minutes} min`
  if (minutes < 36 * 60) return `${Math.round(minutes / 60)} h`
  return count(Math.round(minutes / 1440), 'day')
}

/** How a host is asked, or why it waits: `1 at a time, 2 s apart`, `Asked to slow down, waiting 40 s`. */
export function hostWords({ perHost, spacing, waitsUntil }: HostProgress, now: number): string {
  const left = waitsUntil === null ? 0 : Date.parse(waitsUntil) - now
  if (left > 0) return `Asked to slow down, waiting ${leftWords(left)}`
  return `${perHost} at a time${spacing === 0 ? '' : `, ${spacing.toLocaleString()} s apart`}`
}

/** The head of the panel. */
export function checksTitle({ paused, offlineSince, done, total }: Checks): string {
  if (offlineSince !== null) return 'Checks wait for the connection'
  if (paused) return 'Checks are paused'
  return done < total ? `Checking ${done} of ${total}` : 'Nothing is being checked'
}

/** When a moment to come is: `at 14:05`, `tomorrow at 09:00`, `on Thu 5 Mar, 09:00`. */
export function upcoming(iso: string, now: number, clock: Clock): string {
  const day = clock.dayKey(iso)
  if (day === clock.dayKey(new Date(now).toISOString())) return `at ${clock.time(iso)}`
  if (day === clock.dayKey(new Date(now + 86_400_000).toISOString())) return `tomorrow at ${clock.time(iso)}`
  return `on ${clock.moment(iso)}`
}
