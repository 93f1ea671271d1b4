import { timeDay } from 'd3-time'
import type { Timemap } from '../../domain/timemap.ts'
import { clock } from '../ui/clock.ts'
import { axisOf, inset, leastGap, ticksOf, type Gap, type Stretch } from './axis.ts'
import { spanOf, thinned, type TimelineEvent } from './events.ts'
import { placeDays, placeLabels, placePills, widthOf, type Wanted } from './labels.ts'
import { roomOf, type Span } from './overview.ts'
import type { Ends } from './pairs.ts'

export interface Mark {
  readonly event: TimelineEvent
  readonly x: number
}

export interface Handle {
  readonly which: 'older' | 'newer'
  readonly index: number
  /** The middle of the pill. */
  readonly pill: number
  /** Where its version stands, or the end where it waits. */
  readonly x: number
  readonly text: string
  /** The version lies outside the span that is shown; the handle waits at that end. */
  readonly beyond: 'start' | 'end' | null
}

/** A stretch in which nobody looked: where it is drawn, and when it was. */
export interface Blank {
  readonly x: number
  readonly width: number
  readonly from: number
  readonly to: number
}

/** What the axis draws whichever versions are chosen. */
export interface Drawing {
  readonly width: number
  readonly marks: readonly Mark[]
  /** Each with the time it begins at. */
  readonly gaps: readonly (Gap & { readonly at: number })[]
  readonly ticks: readonly number[]
  readonly blanks: readonly Blank[]
  readonly days: readonly { readonly x: number; readonly text: string }[]
  readonly pillWidth: number
  readonly dense: boolean
  /** Where now stands, or null where the span ends before it. */
  readonly now: number | null
  readonly end: number
}

/** What is drawn on it for two versions, or one. */
export interface Chosen {
  readonly handles: readonly Handle[]
  readonly labels: ReadonlyMap<TimelineEvent, string>
  /** The time between the two; null where there is one. */
  readonly inside: Stretch | null
}

interface Asked {
  readonly timemap: Timemap
  /** Of the whole history, in order. */
  readonly events: readonly TimelineEvent[]
  readonly checks: readonly number[]
  readonly blanks: readonly Stretch[]
  readonly width: number
  readonly now: number
  /** What the axis shows of a long history; null for all of it. */
  readonly span: Span | null
}

/** Where everything stands, in numbers. */
export function drawingOf(asked: Asked): Drawing {
  const { timemap, width, span } = asked
  const inner = width - inset.start - inset.end
  const part = span === null ? asked.events : spanOf(asked.events, span.from, span.to)
  const events = thinned(part, roomOf(inner))
  const showsNow = span === null || span.to === timemap.revisions.length - 1
  const end = Math.max(asked.now, events.at(-1)?.at ?? asked.now)
  const times = [...events.map((event) => event.at), end]
  const pillOf = (dense: boolean) => pillWidthFor(events, dense)
  const least = leastGap(inner, times.length - 1, { brushed: span !== null, pill: pillOf(false) })
  const axis = axisOf(times, inner, least)
  const dense = inner / Math.max(1, times.length - 1) < pillOf(false) - 8
  const marks = events.map((event, n) => ({ event, x: axis.xs[n]! }))
  const whole = { from: times[0]!, to: showsNow ? end : (events.at(-1)?.at ?? end) }
  return {
    width,
    marks,
    gaps: axis.gaps.map((gap, n) => ({ ...gap, at: times[n]! })),
    ticks: ticksOf(asked.checks, whole, axis),
    blanks: asked.blanks.flatMap((blank) => blankOf(blank, whole, axis.at)),
    days: placeDays(daysOf(marks, timemap)),
    pillWidth: pillOf(dense),
    dense,
    now: showsNow ? axis.xs.at(-1)! : null,
    end: axis.xs.at(-1)!
  }
}

/** The part of a stretch that shows, unless it is too narrow to be seen. */
function blankOf(blank: Stretch, whole: Stretch, at: (time: number) => number): readonly Blank[] {
  if (blank.to <= whole.from || blank.from >= whole.to) return []
  const x = at(Math.max(blank.from, whole.from))
  const width = at(Math.min(blank.to, whole.to)) - x
  return width < 6 ? [] : [{ ...blank, x, width }]
}

/** As wide as the widest of what a handle can say here, in the reader's own way to write a time. */
function pillWidthFor(events: readonly TimelineEvent[], dense: boolean): number {
  const texts = events.flatMap((event) => (event.kind === 'version' ? [nameOf(event, dense)] : []))
  return Math.max(dense ? 58 : 78, ...texts.map((text) => widthOf(text) + 22))
}

function nameOf({ revision }: Extract<TimelineEvent, { kind: 'version' }>, dense: boolean): string {
  return dense ? `v${revision.label}` : `v${revision.label}\u2002${clock.time(revision.at)}`
}

interface Choosing {
  readonly timemap: Timemap
  readonly ends: Ends
  /** One handle, on the newer version. */
  readonly single: boolean
}

/** Handles, labels and the stretch between, for the versions that are chosen. */
export function chosenOf(drawing: Drawing, choosing: Choosing): Chosen {
  const { timemap, ends, single } = choosing
  const handles = handlesOf(drawing, choosing)
  const at = (index: number) => Date.parse(timemap.revisions[index]?.at ?? '')
  return {
    handles,
    labels: labelsOf(drawing, handles),
    inside: single ? null : { from: at(ends.older), to: at(ends.newer) }
  }
}

function handlesOf(drawing: Drawing, { timemap, ends, single }: Choosing): readonly Handle[] {
  const { marks, width, dense, pillWidth } = drawing
  const which = single ? (['newer'] as const) : (['older', 'newer'] as const)
  const versions = marks.flatMap(({ event, x }) => (event.kind === 'version' ? [{ index: event.index, x }] : []))
  const places = which.map((name) => {
    const index = ends[name]
    const found = versions.find((version) => version.index === index)
    const beyond =
      found !== undefined ? null : index < (versions[0]?.index ?? 0) ? ('start' as const) : ('end' as const)
    return { name, index, beyond, x: found?.x ?? (beyond === 'start' ? 0 : width) }
  })
  const pills = placePills(
    places.map((place) => place.x),
    pillWidth,
    width
  )
  return places.map(({ name, index, beyond, x }, n) => {
    const revision = timemap.revisions[index]
    const text = revision === undefined ? '' : nameOf({ kind: 'version', at: 0, revision, index }, dense)
    return { which: name, index, beyond, x, pill: pills[n]!, text }
  })
}

/** Handles first, then the first version, newest to oldest, then errors. */
function labelsOf({ marks, dense, pillWidth, width }: Drawing, handles: readonly Handle[]): Chosen['labels'] {
  const held = new Set(handles.map((handle) => handle.index))
  const taken = handles.map((handle): Wanted => ({ key: handle.which, x: handle.pill, width: pillWidth }))
  const texts = new Map(
    marks.map(({ event }) => [event, event.kind === 'version' ? nameOf(event, dense) : event.label])
  )
  const versions = marks.filter(({ event }) => event.kind === 'version' && !held.has(event.index))
  const failures = marks.filter(({ event }) => event.kind !== 'version')
  const order = [...versions.slice(0, 1), ...versions.slice(1).toReversed(), ...failures]
  const wanted = order.map(({ event, x }, n) => ({ key: String(n), x, width: widthOf(texts.get(event)!) }))
  const inside = wanted.filter((label) => label.x - label.width / 2 >= -4 && label.x + label.width / 2 <= width + 4)
  const kept = placeLabels(taken, inside)
  return new Map(order.flatMap(({ event }, n) => (kept.has(String(n)) ? [[event, texts.get(event)!] as const] : [])))
}

function daysOf(marks: readonly Mark[], timemap: Timemap) {
  const newest = clock.year(timemap.revisions.at(-1)?.at ?? new Date(0).toISOString())
  return marks.map(({ event, x }) => {
    const iso = event.kind === 'version' ? event.revision.at : event.iso
    return { x, key: String(timeDay.floor(new Date(iso)).getTime()), text: clock.day(iso, newest) }
  })
}
