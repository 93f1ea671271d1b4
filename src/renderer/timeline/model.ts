import type { Timemap } from '../../domain/timemap.ts'
import { clock } from '../ui/clock.ts'
import { axisOf, inset, leastGap, ticksOf, type Gap } from './axis.ts'
import { checksOf, eventsOf, spanOf, thinned, type TimelineEvent } from './events.ts'
import { placeDays, placeLabels, placePills, widthOf, type Wanted } from './labels.ts'
import { roomOf, type Span } from './overview.ts'
import type { Ends } from './pairs.ts'

export interface Mark {
  readonly event: TimelineEvent
  readonly x: number
  readonly label: string | null
}

export interface Handle {
  readonly which: 'older' | 'newer'
  readonly index: number
  /** The middle of the pill; the stem stands at `x` of the mark. */
  readonly pill: number
  readonly text: string
  /** The version lies outside the span that is shown; the handle waits at that end. */
  readonly beyond: 'start' | 'end' | null
}

export interface Drawing {
  readonly marks: readonly Mark[]
  readonly gaps: readonly (Gap & { readonly inside: boolean })[]
  readonly ticks: readonly number[]
  readonly days: readonly { readonly x: number; readonly text: string }[]
  readonly handles: readonly Handle[]
  readonly pillWidth: number
  readonly dense: boolean
  /** Where now stands, or null where the span ends before it. */
  readonly now: number | null
  readonly end: number
}

interface Asked {
  readonly timemap: Timemap
  readonly width: number
  readonly now: number
  /** What the axis shows of a long history; null for all of it. */
  readonly span: Span | null
  readonly ends: Ends
  /** One handle, on the newer version. */
  readonly single: boolean
}

/** Everything the axis draws, in numbers. */
export function drawingOf(asked: Asked): Drawing {
  const { timemap, width, span, ends, single } = asked
  const last = timemap.revisions.length - 1
  const inner = width - inset.start - inset.end
  const all = eventsOf(timemap)
  const part = span === null ? all : spanOf(all, span.from, span.to)
  const events = thinned(part, roomOf(inner))
  const showsNow = span === null || span.to === last
  const end = Math.max(asked.now, events.at(-1)?.at ?? asked.now)
  const times = [...events.map((event) => event.at), end]
  const pillOf = (dense: boolean) => pillWidthFor(timemap, ends, dense)
  const least = leastGap(inner, times.length - 1, { brushed: span !== null, pill: pillOf(false) })
  const axis = axisOf(times, inner, least)
  const dense = inner / Math.max(1, times.length - 1) < pillOf(false) - 8
  const pillWidth = pillOf(dense)
  const at = events.map((event, n) => ({ event, x: axis.xs[n]! }))
  const handles = handlesOf(asked, at, dense, pillWidth)
  const labels = labelsOf(at, handles, { dense, pillWidth, ends, single, width })
  return {
    marks: at.map((mark) => ({ ...mark, label: labels.get(mark.event) ?? null })),
    gaps: axis.gaps.map((gap, n) => ({ ...gap, inside: !single && isInside(events[n]!.at, timemap, ends) })),
    ticks: ticksOf(checksOf(timemap.captures, 400), times, axis),
    days: placeDays(daysOf(at, timemap)),
    handles,
    pillWidth,
    dense,
    now: showsNow ? axis.xs.at(-1)! : null,
    end: axis.xs.at(-1)!
  }
}

/** As wide as what the two handles say, in the reader's own way to write a time. */
function pillWidthFor(timemap: Timemap, ends: Ends, dense: boolean): number {
  const texts = [ends.older, ends.newer].map((index) => handleText(timemap, index, dense))
  return Math.max(dense ? 58 : 78, ...texts.map((text) => widthOf(text) + 22))
}

function handleText(timemap: Timemap, index: number, dense: boolean): string {
  const revision = timemap.revisions[index]
  if (revision === undefined) return ''
  return dense ? `v${revision.label}` : `v${revision.label}\u2002${clock.time(revision.at)}`
}

function isInside(time: number, timemap: Timemap, ends: Ends): boolean {
  const at = (index: number) => Date.parse(timemap.revisions[index]?.at ?? '')
  return time >= at(ends.older) && time < at(ends.newer)
}

type At = readonly { readonly event: TimelineEvent; readonly x: number }[]

function handlesOf({ timemap, width, ends, single }: Asked, at: At, dense: boolean, pill: number): readonly Handle[] {
  const which = single ? (['newer'] as const) : (['older', 'newer'] as const)
  const versions = at.flatMap(({ event, x }) => (event.kind === 'version' ? [{ index: event.index, x }] : []))
  const places = which.map((name) => {
    const index = ends[name]
    const found = versions.find((version) => version.index === index)
    const beyond =
      found !== undefined ? null : index < (versions[0]?.index ?? 0) ? ('start' as const) : ('end' as const)
    return { name, index, beyond, x: found?.x ?? (beyond === 'start' ? 0 : width) }
  })
  const pills = placePills(
    places.map((place) => place.x),
    pill,
    width
  )
  return places.map(({ name, index, beyond }, n) => {
    return { which: name, index, beyond, pill: pills[n]!, text: handleText(timemap, index, dense) }
  })
}

interface Labelling {
  readonly dense: boolean
  readonly pillWidth: number
  readonly ends: Ends
  readonly single: boolean
  readonly width: number
}

/** Handles first, then the first version, newest to oldest, then errors. */
function labelsOf(at: At, handles: readonly Handle[], how: Labelling): ReadonlyMap<TimelineEvent, string> {
  const held = new Set(handles.map((handle) => handle.index))
  const taken = handles.map((handle): Wanted => ({ key: handle.which, x: handle.pill, width: how.pillWidth }))
  const texts = new Map(at.map(({ event }) => [event, textOf(event, how.dense)]))
  const versions = at.filter(({ event }) => event.kind === 'version' && !held.has(event.index))
  const failures = at.filter(({ event }) => event.kind !== 'version')
  const order = [...versions.slice(0, 1), ...versions.slice(1).toReversed(), ...failures]
  const wanted = order.map(({ event, x }, n) => ({ key: String(n), x, width: widthOf(texts.get(event)!) }))
  const inside = wanted.filter(({ x, width }) => x - width / 2 >= -4 && x + width / 2 <= how.width + 4)
  const kept = placeLabels(taken, inside)
  return new Map(order.flatMap(({ event }, n) => (kept.has(String(n)) ? [[event, texts.get(event)!] as const] : [])))
}

function textOf(event: TimelineEvent, dense: boolean): string {
  if (event.kind !== 'version') return event.label
  const name = `v${event.revision.label}`
  return dense ? name : `${name}\u2002${clock.time(event.revision.at)}`
}

function daysOf(at: At, timemap: Timemap) {
  const newest = clock.year(timemap.revisions.at(-1)?.at ?? new Date(0).toISOString())
  return at.map(({ event, x }) => {
    const iso = event.kind === 'version' ? event.revision.at : event.iso
    return { x, key: clock.dayKey(iso), text: clock.day(iso, newest) }
  })
}
