import type { Capture } from '../../domain/capture.ts'
import type { Gap, RevisionInfo, Timemap } from '../../domain/timemap.ts'
import { t } from '../../catalogue/words.ts'
import { outcomeLine, outcomeWords } from '../tracking/outcomeWords.ts'
import { without, type Stretch } from './axis.ts'

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
  /** What was observed, with the status, for those who ask. */
  readonly words: string
  /** How it is drawn: a text that was kept apart differs from none at all. */
  readonly mark: 'failed' | 'gone' | 'held'
  readonly count: number
}

/** Something that was observed and is no change of the text. */
interface NoteEvent {
  readonly kind: 'note'
  readonly at: number
  readonly iso: string
  readonly label: string
  readonly words: string
  /** The same page is read better now, or a page that was gone is there again. */
  readonly mark: 'improved' | 'returned'
}

/** Where a version stood that was deleted. */
interface GapEvent {
  readonly kind: 'gap'
  readonly at: number
  readonly iso: string
  readonly label: string
  readonly gap: Gap
}

export type TimelineEvent = VersionEvent | FailureEvent | NoteEvent | GapEvent

/** The mark of a capture that brought no revision; null for those that are a tick of the axis. */
function eventOf(capture: Capture, before: Capture | undefined): FailureEvent | NoteEvent | null {
  const { outcome, status, at: iso, count, revision } = capture
  const at = Date.parse(iso)
  if (outcome === 'extraction-changed') {
    const words = t('outcome.sentence', { line: t(outcomeWords[outcome].long) })
    return { kind: 'note', at, iso, label: t('timeline.improved'), words, mark: 'improved' }
  }
  if (revision !== null) return null
  if (outcomeWords[outcome].tone !== 'failed') {
    if (before?.outcome !== 'gone' && before?.outcome !== 'soft-404') return null
    const words = t('timeline.returned.words')
    return { kind: 'note', at, iso, label: t('timeline.returned'), words, mark: 'returned' }
  }
  const words = `${outcomeLine(outcome, status)}.`
  return { kind: 'failure', at, iso, label: labelOf(capture), words, mark: marks[outcome] ?? 'failed', count }
}

const marks: Partial<Record<Capture['outcome'], FailureEvent['mark']>> = { gone: 'gone', paywall: 'held' }

function labelOf({ outcome, status }: Capture): string {
  if (status === null || status < 400) return t(outcomeWords[outcome].short)
  return t(outcome === 'gone' ? 'timeline.gone' : 'timeline.error', { status: String(status) })
}

/** Versions, gaps and failed checks in order of time; failures of one kind in a row are one mark. */
export function eventsOf(timemap: Timemap): readonly TimelineEvent[] {
  const versions = timemap.revisions.map((revision, index): VersionEvent => {
    return { kind: 'version', at: Date.parse(revision.at), revision, index }
  })
  const failures = timemap.captures.flatMap((capture, n) => eventOf(capture, timemap.captures[n - 1]) ?? [])
  const gaps = timemap.gaps.map((gap): GapEvent => {
    const label = t(gap.lost ? 'timeline.gap.lost' : 'timeline.gap.deleted', { v: gap.label })
    return { kind: 'gap', at: Date.parse(gap.at), iso: gap.at, label, gap }
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

/** Stretches in which nobody looked, in milliseconds; the open one ends now. */
export function blanksOf({ unobserved }: Pick<Timemap, 'unobserved'>, now: number): readonly Stretch[] {
  return unobserved.map(({ from, to }) => ({
    from: Date.parse(from),
    to: to === null ? Math.max(now, Date.parse(from)) : Date.parse(to)
  }))
}

/**
 * The times of checks that found the text unchanged. Of a run only its ends and its number are known: they are spread evenly
 * over it, but for the stretches in which nobody looked.
 */
export function checksOf(
  captures: readonly Capture[],
  { most, blanks }: { readonly most: number; readonly blanks: readonly Stretch[] }
): readonly number[] {
  const quiet = captures.filter(({ outcome }) => outcome === 'unchanged' || outcome === 'not-modified')
  return quiet.flatMap((capture) => {
    const run = { from: Date.parse(capture.at), to: Date.parse(capture.until) }
    const parts = without(run, blanks)
    const total = parts.reduce((sum, { from, to }) => sum + to - from, 0)
    return parts.flatMap(({ from, to }) => {
      const share = total === 0 ? capture.count : Math.max(2, Math.round((capture.count * (to - from)) / total))
      const shown = Math.min(share, most)
      return Array.from({ length: shown }, (_, n) => (shown === 1 ? from : from + ((to - from) * n) / (shown - 1)))
    })
  })
}
