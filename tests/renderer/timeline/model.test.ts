import { describe, expect, test } from 'vitest'
import type { Timemap } from '../../../src/domain/timemap.ts'
import { inset } from '../../../src/renderer/timeline/axis.ts'
import { blanksOf, checksOf, eventsOf } from '../../../src/renderer/timeline/events.ts'
import { widthOf } from '../../../src/renderer/timeline/labels.ts'
import { chosenOf, drawingOf, type Chosen, type Drawing } from '../../../src/renderer/timeline/model.ts'
import { defaultSpan, needsOverview, spanAround, type Span } from '../../../src/renderer/timeline/overview.ts'
import type { Ends } from '../../../src/renderer/timeline/pairs.ts'
import { after, capture, history } from '../make.ts'

const widths = [420, 560, 780, 822, 1340]

interface Drawn extends Drawing, Chosen {}

function drawn(timemap: Timemap, width: number, ends: Ends, span: Span | null = null): Drawn {
  const now = after(timemap)
  const events = eventsOf(timemap)
  const blanks = blanksOf(timemap, now)
  const checks = checksOf(timemap.captures, { most: 400, blanks })
  const drawing = drawingOf({ timemap, events, checks, blanks, width, now, span })
  return { ...drawing, ...chosenOf(drawing, { timemap, ends, single: timemap.revisions.length === 1 }) }
}

function draw(versions: number, width: number, ends = { older: Math.max(0, versions - 2), newer: versions - 1 }) {
  const inner = width - inset.start - inset.end
  const long = needsOverview(versions, inner)
  const span = long ? spanAround(defaultSpan(versions, null, inner), ends.newer, versions) : null
  return drawn(history(versions), width, ends, span)
}

/** Every label and pill as a stretch of the axis. */
function stretches(drawing: Drawn): readonly (readonly [number, number])[] {
  const labels = drawing.marks.flatMap(({ event, x }) => {
    const label = drawing.labels.get(event)
    return label === undefined ? [] : [[x, widthOf(label)] as const]
  })
  const pills = drawing.handles.map(({ pill }) => [pill, drawing.pillWidth] as const)
  return [...labels, ...pills].map(([x, w]) => [x - w / 2, x + w / 2] as const).toSorted((a, b) => a[0] - b[0])
}

describe.each([1, 2, 5, 31, 140, 2000])('%i versions', (versions) => {
  test.each(widths)('in %i px: no label over another', (width) => {
    const placed = stretches(draw(versions, width))
    const gaps = placed.slice(1).map(([from], n) => from - placed[n]![1])
    expect(Math.min(Infinity, ...gaps)).toBeGreaterThanOrEqual(0)
  })

  test.each(widths)('in %i px: every mark has 24 px for itself', (width) => {
    const { marks } = draw(versions, width)
    const gaps = marks.slice(1).map(({ x }, n) => x - marks[n]!.x)
    expect(Math.min(Infinity, ...gaps)).toBeGreaterThanOrEqual(24)
  })

  test.each(widths)('in %i px: the handles are inside the track and in order', (width) => {
    for (const ends of [
      { older: 0, newer: versions - 1 },
      { older: 0, newer: Math.min(1, versions - 1) },
      { older: Math.max(0, versions - 2), newer: versions - 1 }
    ]) {
      const { handles, pillWidth } = draw(versions, width, ends)
      const pills = handles.map(({ pill }) => pill)
      expect(pills).toEqual(pills.toSorted((a, b) => a - b))
      expect(Math.min(...pills) - pillWidth / 2).toBeGreaterThanOrEqual(0)
      expect(Math.max(...pills) + pillWidth / 2).toBeLessThanOrEqual(width)
    }
  })

  test('the axis ends where the track does', () => {
    expect(draw(versions, 822).end).toBeCloseTo(822 - inset.end, 3)
  })
})

test('failed checks stand between the versions they fell between, with their status', () => {
  const timemap = history(3)
  const middle = (Date.parse(timemap.revisions[1]!.at) + Date.parse(timemap.revisions[2]!.at)) / 2
  const captures = [
    capture(middle, { outcome: 'server-error', status: 503 }),
    capture(after(timemap, 1), { outcome: 'gone', status: 404 })
  ]
  const drawing = drawn({ ...timemap, captures }, 900, { older: 0, newer: 2 })
  expect(drawing.marks.map(({ event }) => (event.kind === 'version' ? event.index : event.label))).toEqual([
    0,
    1,
    '503 error',
    2,
    '404 gone'
  ])
})

test('a version that was deleted leaves a gap where it stood, which no handle can stand on', () => {
  const timemap = history(3)
  const [, middle] = timemap.revisions
  const gap = { label: '2', at: middle!.at, deletedAt: '2026-03-20T12:00:00.000Z', revision: middle!.id, lost: false }
  const revisions = timemap.revisions.filter((revision) => revision !== middle)
  const ends = { older: 0, newer: 1 }
  const shown = { ...timemap, revisions, gaps: [gap] }
  const { marks, handles, labels } = drawn(shown, 800, ends)
  expect(marks.map(({ event }) => event.kind)).toEqual(['version', 'gap', 'version'])
  expect(labels.get(marks[1]!.event)).toBe('v2 deleted')
  expect(handles.map(({ index }) => index)).toEqual([0, 1])
})

test('only what lies between the two handles is drawn as chosen', () => {
  const drawing = draw(5, 900, { older: 1, newer: 3 })
  const { from, to } = drawing.inside!
  expect(drawing.gaps.map(({ at }) => at >= from && at < to)).toEqual([false, true, true, false, false])
})

test('a span that ends before the newest version does not show now', () => {
  const timemap = history(140)
  const ends = { older: 10, newer: 11 }
  const drawing = drawn(timemap, 900, ends, { from: 5, to: 20 })
  expect(drawing.now).toBeNull()
})

test('a handle outside the span waits at that end', () => {
  const timemap = history(140)
  const ends = { older: 2, newer: 130 }
  const drawing = drawn(timemap, 900, ends, { from: 120, to: 135 })
  expect(drawing.handles.map(({ beyond }) => beyond)).toEqual(['start', null])
})

test('the axis stands still whichever versions are chosen', () => {
  const at = (older: number, newer: number) => draw(31, 1340, { older, newer }).marks.map(({ x }) => x)
  expect(at(0, 1)).toEqual(at(12, 24))
})

test('a stretch in which nobody looked is blank, and no tick stands in it', () => {
  const timemap = history(2)
  const [first, second] = timemap.revisions.map(({ at }) => Date.parse(at)) as [number, number]
  const part = (share: number) => new Date(first + (second - first) * share).toISOString()
  const captures = [capture(first + 1, { until: part(0.95), count: 40 })]
  const unobserved = [{ from: part(0.3), to: part(0.6) }]
  const { blanks, ticks } = drawn({ ...timemap, captures, unobserved }, 900, { older: 0, newer: 1 })
  expect(blanks).toHaveLength(1)
  const [{ x, width }] = blanks as [Drawing['blanks'][number]]
  expect(width).toBeGreaterThan(20)
  expect(ticks.filter((tick) => tick > x + 1 && tick < x + width - 1)).toEqual([])
  expect(ticks.some((tick) => tick < x) && ticks.some((tick) => tick > x + width)).toBe(true)
})

test('where nobody has looked since, the line is blank as far as now', () => {
  const timemap = history(3)
  const { blanks, now } = drawn({ ...timemap, unobserved: [{ from: timemap.revisions[2]!.at, to: null }] }, 900, {
    older: 0,
    newer: 2
  })
  expect(blanks[0]!.x + blanks[0]!.width).toBeCloseTo(now!, 3)
})
