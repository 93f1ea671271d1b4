import type { Capture, Outcome } from '../../domain/capture.ts'
import type { Gap, RevisionInfo, Timemap } from '../../domain/timemap.ts'

interface VersionEvent {
  readonly kind: 'version'
  readonly at: number
  readonly revision: RevisionInfo
  /** Position among the revisions. */
  readonly index: number
}

/** A check that brought no text, or a run of them. */
interface FailureEvent {
  readonly kind: 'failure'
  readonly at: number
  readonly iso: string
  readonly label: string
  readonly gone: boolean
  readonly count: number
}

/** Where a version stood that was deleted. */
interface GapEvent {
  readonly kind: 'gap'
  readonly at: number
  readonly iso: string
  readonly label: string
  readonly gap: Gap
}

export type TimelineEvent = VersionEvent | FailureEvent | GapEvent

const named: Partial<Record<Outcome, string>> = {
  blocked: 'Refused',
  paywall: 'Paywall',
  consent: 'Consent page',
  'soft-404': 'Not found',
  'not-an-article': 'No article',
  'too-large': 'Too large',
  'rate-limited': '429 error',
  'server-error': 'Server error',
  'network-error': 'No answer'
}

function failureOf(capture: Capture): FailureEvent | null {
  const gone = capture.outcome === 'gone'
  const name = named[capture.outcome]
  if ((!gone && name === undefined) || capture.revision !== null) return null
  const isError = capture.status !== null && capture.status >= 400
  const label = isError ? `${capture.status} ${gone ? 'gone' : 'error'}` : (name ?? 'Page gone')
  return { kind: 'failure', at: Date.parse(capture.at), iso: capture.at, label, gone, count: capture.count }
}

/** Versions, gaps and failed checks in order of time; failures of one kind in a row are one mark. */
export function eventsOf(timemap: Timemap): readonly TimelineEvent[] {
  const versions = timemap.revisions.map((revision, index): VersionEvent => {
    return { kind: 'version', at: Date.parse(revision.at), revision, index }
  })
  const failures = timemap.captures.flatMap((capture) => failureOf(capture) ?? [])
  const gaps = timemap.gaps.map((gap): GapEvent => {
    return {
      kind: 'gap',
      at: Date.parse(gap.at),
      iso: gap.at,
      label: `v${gap.label} ${gap.lost ? 'lost' : 'deleted'}`,
      gap
    }
  })
  const inOrder = [...versions, ...gaps, ...failures].toSorted((a, b) => a.at - b.at || (a.kind === 'version' ? -1 : 1))
  return inOrder.reduce<TimelineEvent[]>(joined, [])
}

function joined(events: TimelineEvent[], event: TimelineEvent): TimelineEvent[] {
  const last = events.at(-1)
  if (last?.kind === 'failure' && event.kind === 'failure' && last.label === event.label) {
    events[events.length - 1] = { ...last, count: last.count + event.count }
  } else events.push(event)
  return events
}

/** The versions `from` to `to` with what failed between them. */
export function spanOf(events: readonly TimelineEvent[], from: number, to: number): readonly TimelineEvent[] {
  const first = events.findIndex((event) => event.kind === 'version' && event.index === from)
  const last = events.findLastIndex((event) => event.kind === 'version' && event.index === to)
  return events.slice(Math.max(0, first), last + 1)
}

/** Failures and gaps are left out, oldest first, where the axis has no room for all; versions never are. */
export function thinned(events: readonly TimelineEvent[], room: number): readonly TimelineEvent[] {
  let surplus = events.length - room
  if (surplus <= 0) return events
  return events.filter((event) => event.kind === 'version' || surplus-- <= 0)
}

/** The times of checks that found the text unchanged, spread evenly over each run. */
export function checksOf(captures: readonly Capture[], most: number): readonly number[] {
  const quiet = captures.filter(({ outcome }) => outcome === 'unchanged' || outcome === 'not-modified')
  return quiet.flatMap((capture) => {
    const from = Date.parse(capture.at)
    const span = Date.parse(capture.until) - from
    const shown = Math.min(capture.count, most)
    return Array.from({ length: shown }, (_, n) => (shown === 1 ? from : from + (span * n) / (shown - 1)))
  })
}
