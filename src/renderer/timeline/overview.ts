import type { RevisionInfo } from '../../domain/timemap.ts'

/** Versions shown on the axis while the overview shows all: positions among the revisions, both included. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Above this many marks the axis shows a part, and an overview strip the whole. */
export function needsOverview(versions: number, width: number): boolean {
  return versions > width / 39
}

/** How many versions an axis can show with 24 px for each. */
export function roomOf(width: number): number {
  return Math.max(4, Math.floor(width / 39))
}

/** From the last version read to the newest: twelve at least, never more than there is room for. */
export function defaultSpan(versions: number, lastRead: number | null, width: number): Span {
  const to = versions - 1
  const wanted = Math.min(lastRead ?? 0, versions - 12)
  return { from: Math.max(0, wanted, versions - roomOf(width)), to }
}

/** The span moved as little as needed to hold a version, with one more beside it where there is one. */
export function spanAround(span: Span, index: number, versions: number): Span {
  const size = span.to - span.from
  const low = Math.max(0, index - 1)
  const high = Math.min(versions - 1, index + 1)
  if (low < span.from) return { from: low, to: low + size }
  if (high > span.to) return { from: high - size, to: high }
  return span
}

export function spanMoved(span: Span, by: number, versions: number): Span {
  const size = span.to - span.from
  const from = Math.min(versions - 1 - size, Math.max(0, span.from + by))
  return { from, to: from + size }
}

/** One end of the span moved to a version; the other stays, and there are never fewer than four nor more than fit. */
export function spanResized(span: Span, edge: 'from' | 'to', index: number, room: Room): Span {
  const { versions, most } = room
  const least = Math.min(versions, 4) - 1
  if (edge === 'from') {
    return { ...span, from: Math.max(0, span.to - most + 1, Math.min(span.to - least, index)) }
  }
  return { ...span, to: Math.min(versions - 1, span.from + most - 1, Math.max(span.from + least, index)) }
}

export interface Room {
  readonly versions: number
  /** So many fit on the axis. */
  readonly most: number
}

export interface OverviewBar {
  readonly x: number
  readonly up: number
  readonly down: number
  readonly minor: boolean
}

const lengthOf = (words: number) => (words === 0 ? 0 : Math.min(18, Math.max(2, Math.sqrt(words) * 2)))

/** Where a version stands on the overview: equal steps. */
export function overviewX(index: number, versions: number, from: number, width: number): number {
  return from + (versions < 2 ? 0 : (index / (versions - 1)) * width)
}

/** One 4 px bar a version; where they would touch, a column shows the largest of its versions. */
export function overviewBars(revisions: readonly RevisionInfo[], from: number, width: number): readonly OverviewBar[] {
  const columns = new Map<number, { added: number; removed: number; minor: boolean }>()
  const dense = revisions.length > width / 5
  revisions.forEach((revision, index) => {
    const exact = overviewX(index, revisions.length, from, width)
    const x = dense ? from + Math.round((exact - from) / 5) * 5 : exact
    const column = columns.get(x) ?? { added: 0, removed: 0, minor: true }
    column.added = Math.max(column.added, revision.change?.wordsAdded ?? 0)
    column.removed = Math.max(column.removed, revision.change?.wordsRemoved ?? 0)
    column.minor &&= revision.change?.minor ?? true
    columns.set(x, column)
  })
  return [...columns].map(([x, column]) => {
    return { x, up: lengthOf(column.added), down: lengthOf(column.removed), minor: column.minor }
  })
}
