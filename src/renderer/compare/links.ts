import type { Link } from '../../domain/revision.ts'

export interface Stretch {
  /** Where it begins in the block's text. */
  readonly from: number
  readonly text: string
  readonly href: string | null
}

/** Cuts a stretch of a block's text where its links begin and end. `from` is where the stretch begins. */
export function linked(text: string, from: number, ranges: readonly LinkRange[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  let at = from
  const end = from + text.length
  const take = (to: number, href: string | null) => {
    if (to > at) stretches.push({ from: at, text: text.slice(at - from, to - from), href })
    at = Math.max(at, to)
  }
  for (const range of ranges) {
    if (range.to <= at || range.from >= end) continue
    take(range.from, null)
    take(Math.min(range.to, end), range.href)
  }
  take(end, null)
  return stretches
}

export interface LinkRange {
  readonly from: number
  readonly to: number
  readonly href: string
}

/** Where a block's links stand in its text; they appear in reading order. */
export function linkRanges(text: string, links: readonly Link[] | undefined): readonly LinkRange[] {
  const ranges: LinkRange[] = []
  let at = 0
  for (const link of links ?? []) {
    const from = link.text === '' ? -1 : text.indexOf(link.text, at)
    if (from < 0) continue
    at = from + link.text.length
    ranges.push({ from, to: at, href: link.href })
  }
  return ranges
}
