import { t, type Key } from '../../catalogue/words.ts'
import type { Capture } from '../../domain/capture.ts'
import type { BackfillProgress, Checks, Held, Tracking } from '../../contract/tracking.ts'
import type { Clock } from '../ui/time.ts'
import { leftWords, upcoming } from './checksWords.ts'
import { statusWords } from './outcomeWords.ts'

/** When the article was and will be checked: `Next check in 12 min. Checked 41 times.` */
export function scheduleWords({ pace, nextAt, checks }: Tracking, now: number): string {
  const done = checks === 0 ? t('schedule.notYet') : t('schedule.checked', { n: checks })
  if (pace === 'paused') return t('schedule.paused', { done })
  if (nextAt === null) return done
  const left = Date.parse(nextAt) - now
  return left < 30_000 ? t('schedule.due', { done }) : t('schedule.next', { left: leftWords(left), done })
}

/** What is in the way of an article's checks, the most telling first. */
export type ReaderState = {
  readonly kind: 'refused' | 'gone' | 'no-text' | 'waiting' | 'offline'
  readonly title: string
  readonly text: string
} | null

interface About {
  readonly tracking: Tracking
  readonly checks: Checks | undefined
  readonly captures: readonly Capture[]
  readonly host: string
  readonly versions: number
  readonly now: number
  readonly clock: Clock
}

/** The one banner that an article's text stands under. An article that is checked and answers has none. */
export function readerState(about: About): ReaderState {
  const { tracking, checks, captures, host, versions, now, clock } = about
  const last = captures.at(-1)
  if (checks?.offlineSince !== undefined && checks.offlineSince !== null) {
    return { kind: 'offline', title: t('state.offline'), text: t('state.offlineText', { n: versions }) }
  }
  if (tracking.refusals >= 2 || last?.outcome === 'blocked') return refused(about)
  if (last?.outcome === 'gone' || last?.outcome === 'soft-404') {
    const answer = last.status === null || last.status < 400 ? t('state.notFound') : String(last.status)
    return { kind: 'gone', title: t('state.gone', { answer, at: clock.moment(last.at) }), text: t('state.goneText') }
  }
  if (last?.outcome === 'not-an-article' || last?.outcome === 'consent') {
    return { kind: 'no-text', title: t('state.noText'), text: t('state.noTextText') }
  }
  const waits = tracking.hostWaitsUntil
  if (waits !== null && Date.parse(waits) > now) {
    const text = t('state.waitingText', { when: upcoming(waits, now, clock) })
    return { kind: 'waiting', title: t('state.waiting', { host }), text }
  }
  return null
}

function refused({ tracking, captures, host, now, clock }: About): ReaderState {
  const status = captures.findLast(({ outcome }) => outcome === 'blocked')?.status ?? null
  const title = t('state.refused', { host, n: Math.max(1, tracking.refusals) })
  const { pace, nextAt } = tracking
  const goesOn = pace !== 'paused' && nextAt !== null
  const text = t('state.refusedText', {
    hasStatus: status === null ? 'no' : 'yes',
    status: status === null ? '' : statusWords(status),
    next: goesOn ? 'yes' : 'no',
    when: goesOn ? upcoming(nextAt, now, clock) : ''
  })
  return { kind: 'refused', title: status === null ? t('state.stop', { words: title }) : title, text }
}

const heldTitles: Readonly<Record<Held['why'], Key>> = {
  paywall: 'held.paywall',
  drift: 'held.drift',
  shrunk: 'held.shrunk'
}

/** Why a capture is kept apart, with the numbers that led to that. */
export function heldWords({ why, words, before }: Held): { readonly title: string; readonly text: string } {
  return { title: t(heldTitles[why]), text: t('held.text', { words, before }) }
}

/** Why an archive gave nothing, or no more, by the codes of the library. */
const archiveProblems: Readonly<Record<string, Key>> = {
  'bad-endpoint': 'archive.badEndpoint',
  'nothing-archived': 'archive.nothing',
  unreachable: 'archive.unreachable',
  busy: 'archive.busy',
  'not-a-timemap': 'archive.notATimemap',
  refused: 'archive.refused',
  cancelled: 'archive.cancelled'
}

/** How far an archive has answered. */
export function backfillWords({ done, total, added, running, problem }: BackfillProgress): string {
  if (problem !== null) {
    const words = t(archiveProblems[problem] ?? 'archive.other', { problem })
    return t('archive.problem', { problem: words, added, running: running ? 'yes' : 'no' })
  }
  if (!running) return t('archive.found', { added })
  return total === 0 ? t('archive.which') : t('archive.progress', { done, total, added })
}
