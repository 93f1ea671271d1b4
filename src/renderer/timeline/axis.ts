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
  if (spans.length === 0) return { xs: times.map(() => inset.start), gaps: [] }
  const most = Math.max(cap * width, least)
  const sized = (factor: number) => spans.map((ms) => Math.min(most, Math.max(least, factor * ms)))
  const factor = filling(width, sized)
  const widths = sized(factor)
  const scale = width / sum(widths)
  const xs = [inset.start as number]
  for (const w of widths) xs.push(xs.at(-1)! + w * scale)
  const gaps = spans.map((ms, n) => ({ from: xs[n]!, to: xs[n + 1]!, ms, broken: factor * ms > most * 1.001 }))
  return { xs, gaps }
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

/** Where a moment lies between marks, and whether that falls in the cut of a broken gap. */
function xOf(time: number, times: readonly number[], axis: Axis): number | null {
  const n = times.findLastIndex((at) => at <= time)
  const gap = axis.gaps[n]
  if (n < 0 || gap === undefined || gap.ms === 0) return null
  const x = gap.from + ((time - times[n]!) / gap.ms) * (gap.to - gap.from)
  return gap.broken && Math.abs(x - (gap.from + gap.to) / 2) < 44 ? null : x
}

/** Ticks for checks, at most one per 5 px and none under a mark. */
export function ticksOf(checks: readonly number[], times: readonly number[], axis: Axis): readonly number[] {
  const ticks: number[] = []
  for (const check of checks) {
    const x = xOf(check, times, axis)
    if (x !== null && x - (ticks.at(-1) ?? -Infinity) >= 5) ticks.push(x)
  }
  return ticks
}
