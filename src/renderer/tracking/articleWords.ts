import type { Capture } from '../../domain/capture.ts'
import type { BackfillProgress, Checks, Held, Tracking } from '../../contract/tracking.ts'
import type { Clock } from '../ui/time.ts'
import { count } from '../ui/words.ts'
import { leftWords, upcoming } from './checksWords.ts'
import { statusWords } from './outcomeWords.ts'

/** When the article was and will be checked: `Next check in 12 min. Checked 41 times.` */
export function scheduleWords({ pace, nextAt, checks }: Tracking, now: number): string {
  const done = checks === 0 ? 'Not checked yet.' : `Checked ${count(checks, 'time')}.`
  if (pace === 'paused') return `Not checked by itself. ${done}`
  if (nextAt === null) return done
  const left = Date.parse(nextAt) - now
  return `${left < 30_000 ? 'Next check is due.' : `Next check in ${leftWords(left)}.`} ${done}`
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
    const stored = versions === 1 ? 'The stored version is' : `All ${versions} stored versions are`
    const text = `Checks start again when the connection returns. ${stored} here to read.`
    return { kind: 'offline', title: 'You are offline.', text }
  }
  if (tracking.refusals >= 2 || last?.outcome === 'blocked') return refused(about)
  if (last?.outcome === 'gone' || last?.outcome === 'soft-404') {
    const answered = last.status === null || last.status < 400 ? 'that it was not found' : String(last.status)
    return {
      kind: 'gone',
      title: `The page answered ${answered} on ${clock.moment(last.at)}.`,
      text: 'The last version is below.'
    }
  }
  if (last?.outcome === 'not-an-article' || last?.outcome === 'consent') {
    const title = 'The page loaded but no article text was found.'
    return { kind: 'no-text', title, text: 'The full page is stored.' }
  }
  const waits = tracking.hostWaitsUntil
  if (waits !== null && Date.parse(waits) > now) {
    const text = `Checks go on ${upcoming(waits, now, clock)}. Stored versions are not affected.`
    return { kind: 'waiting', title: `${host} asked for fewer checks.`, text }
  }
  return null
}

function refused({ tracking, captures, host, now, clock }: About): ReaderState {
  const status = captures.findLast(({ outcome }) => outcome === 'blocked')?.status ?? null
  const times = Math.max(1, tracking.refusals)
  const title = times === 1 ? `${host} refused the last check` : `${host} refused the last ${times} checks`
  const code = status === null ? '' : `(${statusWords(status)})`
  const { pace, nextAt } = tracking
  const next =
    pace === 'paused' || nextAt === null ? 'It is not checked by itself.' : `Next try ${upcoming(nextAt, now, clock)}.`
  const text = `${code}${code === '' ? '' : '. '}${next} Stored versions are not affected.`
  return { kind: 'refused', title: code === '' ? `${title}.` : title, text }
}

const heldTitles: Readonly<Record<Held['why'], string>> = {
  paywall: 'A paywall is suspected.',
  drift: 'Many pages of this site changed at once in the same way.',
  shrunk: 'Most of the text was missing at the last check.'
}

/** Why a capture is kept apart, with the numbers that led to that. */
export function heldWords({ why, words, before }: Held): { readonly title: string; readonly text: string } {
  const has = `The capture has ${count(words, 'word')}; the version before had ${before.toLocaleString()}.`
  return { title: heldTitles[why], text: `${has} It is kept apart and not compared.` }
}

/** Why an archive gave nothing, or no more, by the codes of the library. */
const archiveProblems: Readonly<Record<string, string>> = {
  'bad-endpoint': 'The address of the archive in Settings cannot be used.',
  'nothing-archived': 'The archive has no capture of this page.',
  unreachable: 'The archive could not be reached.',
  busy: 'The archive asked for fewer requests. Try again later.',
  'not-a-timemap': 'The archive answered with something else than a list of captures.',
  refused: 'The archive refused to answer.',
  cancelled: 'Asking the archive was stopped.'
}

/** How far an archive has answered. */
export function backfillWords({ done, total, added, running, problem }: BackfillProgress): string {
  const found = added === 0 ? 'No earlier version found' : `${count(added, 'earlier version')} added`
  if (problem !== null)
    return `${archiveProblems[problem] ?? `The archive did not answer (${problem}).`} ${found}${running ? ' so far' : ''}.`
  if (!running) return `${found}.`
  if (total === 0) return 'Asking the archive which captures it has.'
  return `Asking the archive: ${done} of ${count(total, 'capture')}. ${found} so far.`
}
