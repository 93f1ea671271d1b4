import { scaleLinear } from 'd3-scale'

/** Where a stretch of time lies on the axis. */
export interface Gap {
  readonly from: number
  readonly to: number
  readonly ms: number
  /** Drawn shorter than its time: the line is cut. */
  readonly broken: boolean
}

export interface Axis {
  readonly xs: readonly number[]
  readonly gaps: readonly Gap[]
  /** Where a moment stands: in proportion between the two events around it, and never beyond the ends. */
  readonly at: (time: number) => number
}

export const inset = { start: 26, end: 46 } as const

/** The least distance between two marks: what labels with times need, or what is left for that many. */
export function leastGap(
  width: number,
  gaps: number,
  how: { readonly brushed: boolean; readonly pill: number }
): number {
  if (how.brushed) return 24
  return Math.min(width < 600 ? 54 : how.pill + 8, Math.max(24, (width / Math.max(1, gaps)) * 0.62))
}

/**
 * Gaps in proportion to their time, none below `least` and none above a share of the whole; the factor between time
 * and width is found by bisection so that they fill the width.
 */
export function axisOf(times: readonly number[], width: number, least: number, cap = 0.24): Axis {
  const spans = times.slice(1).map((time, n) => Math.max(0, time - times[n]!))
  if (spans.length === 0) return { xs: times.map(() => inset.start), gaps: [], at: () => inset.start }
  const most = Math.max(cap * width, least)
  const sized = (factor: number) => spans.map((ms) => Math.min(most, Math.max(least, factor * ms)))
  const factor = filling(width, sized)
  const widths = sized(factor)
  const scale = width / sum(widths)
  const xs = [inset.start as number]
  for (const w of widths) xs.push(xs.at(-1)! + w * scale)
  const gaps = spans.map((ms, n) => ({ from: xs[n]!, to: xs[n + 1]!, ms, broken: factor * ms > most * 1.001 }))
  return { xs, gaps, at: scaleLinear(times, xs).clamp(true) }
}

function filling(width: number, sized: (factor: number) => readonly number[]): number {
  let low = 0
  let high = 1
  for (let n = 0; n < 80; n++) {
    const middle = (low + high) / 2
    if (sum(sized(middle)) < width) low = middle
    else high = middle
  }
  return low
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0)
}

/** A stretch of time, in milliseconds since 1970. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** So wide is the cut of a broken gap, with the time that stands in it. */
const cut = 44

/** Ticks for checks, at most one per 5 px and none in the cut of a broken gap. */
export function ticksOf(checks: readonly number[], { from, to }: Stretch, axis: Axis): readonly number[] {
  const ticks: number[] = []
  let gap = 0
  for (const check of checks) {
    if (check < from || check >= to) continue
    const x = axis.at(check)
    while (gap < axis.gaps.length - 1 && axis.gaps[gap]!.to <= x) gap++
    const { broken, from: start, to: end } = axis.gaps[gap]!
    const isCut = broken && Math.abs(x - (start + end) / 2) < cut
    if (!isCut && x - (ticks.at(-1) ?? -Infinity) >= 5) ticks.push(x)
  }
  return ticks
}

/** What is left of a stretch once others are taken out of it; all in order of time. */
export function without({ from, to }: Stretch, others: readonly Stretch[]): readonly Stretch[] {
  const left: Stretch[] = []
  let start = from
  for (const other of others) {
    if (other.to <= start || other.from >= to) continue
    if (other.from > start) left.push({ from: start, to: other.from })
    start = Math.max(start, other.to)
  }
  return start < to || from === to ? [...left, { from: start, to }] : left
}
