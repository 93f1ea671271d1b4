/** Something that is due. */
export interface Due {
  readonly id: number
  readonly host: string
  /** How long it waits beyond its time, as a share of its interval (`overdueRatio`). */
  readonly ratio: number
}

/** How many may be asked for now. */
export interface Budget {
  readonly total: number
  readonly perHost: number
  /** How many of each host are under way already. */
  readonly busy?: ReadonlyMap<string, number> | undefined
}

/**
 * Which of those that are due are checked now: the longest overdue by share of its interval first, the smaller id first
 * among equals; never more than the budget has, in all and for each host. Sorts once: 100,000 take under a tenth of a second.
 * Whoever keeps them asks an index on the next time for those that are due, and hands over no more than a few thousand.
 */
export function choose<T extends Due>(due: readonly T[], { total, perHost, busy }: Budget): T[] {
  const asked = new Map(busy)
  const chosen: T[] = []
  for (const one of inOrder(due)) {
    if (chosen.length >= total) break
    const before = asked.get(one.host) ?? 0
    if (before >= perHost) continue
    asked.set(one.host, before + 1)
    chosen.push(one)
  }
  return chosen
}

const inOrder = <T extends Due>(due: readonly T[]): T[] => [...due].sort((a, b) => b.ratio - a.ratio || a.id - b.id)

/**
 * When each is checked after a sleep or a day without the application, instead of all at once: spread over a span (ms) from
 * `now`, the longest overdue first, each within its own part of the span at a place that belongs to its id.
 */
export function spreadDue(
  due: readonly Due[],
  { now, span }: { readonly now: number; readonly span: number }
): { readonly id: number; readonly at: number }[] {
  const part = due.length === 0 ? 0 : span / due.length
  return inOrder(due).map(({ id }, n) => ({ id, at: now + Math.floor(n * part) + spread(id, part) }))
}

/** A time within a span that belongs to an id. */
export function spread(id: number, span: number): number {
  const mixed = Math.imul(id ^ (id >>> 16), 0x45d9f3b) >>> 0
  return Math.floor((mixed / 2 ** 32) * span)
}
