import { textKey } from './diff/keys.ts'

/** A headline as it was seen from some moment on, ISO 8601 UTC. */
export interface SeenHeadline {
  readonly headline: string
  readonly at: string
}

/** Variants of a headline that took turns within a short time: a test on readers, or a tug of war, told as one thing. */
export interface HeadlineGroup {
  /** Positions of the first and the last headline of the group. */
  readonly from: number
  readonly to: number
  /** How often the headline was seen to turn into one of the variants, the first time included: A B A B are 4. */
  readonly observations: number
  /** In the order in which they came, with how often each took its turn. */
  readonly variants: readonly { readonly headline: string; readonly turns: number }[]
}

/** A headline with how long it stood: positions `from` to `to`, and when another took its place. */
interface Turn {
  readonly key: string
  readonly headline: string
  readonly from: number
  readonly to: number
  readonly at: number
  readonly until: number
}

const day = 24 * 3600 * 1000

/**
 * Groups alternating headlines: where one comes back within `within` milliseconds of having left, it and all between belong
 * together, and so do groups that overlap. Headlines that differ in typography alone are the same.
 */
export function alternations(seen: readonly SeenHeadline[], within = day): HeadlineGroup[] {
  const turns = turnsOf(seen)
  const soon = returnsOf(turns).filter(([first, last]) => turns[last]!.at - turns[first]!.until <= within)
  const groups: [first: number, last: number][] = []
  for (const [first, last] of soon) {
    let from = first
    for (let before = groups.at(-1); before !== undefined && before[1] >= first; before = groups.at(-1)) {
      from = Math.min(from, before[0])
      groups.pop()
    }
    groups.push([from, last])
  }
  return groups.map(([first, last]) => toGroup(turns.slice(first, last + 1)))
}

function toGroup(turns: readonly Turn[]): HeadlineGroup {
  const variants = [...Map.groupBy(turns, ({ key }) => key).values()]
  return {
    from: turns[0]!.from,
    to: turns.at(-1)!.to,
    observations: turns.length,
    variants: variants.map((own) => ({ headline: own[0]!.headline, turns: own.length }))
  }
}

/** For each headline the position of the one it repeats, where another stood in between; null where it is new or stayed. */
export function headlineReturns(seen: readonly SeenHeadline[]): (number | null)[] {
  const turns = turnsOf(seen)
  const back = new Map(returnsOf(turns).map(([first, last]) => [turns[last]!.from, turns[first]!.from]))
  return seen.map((_, at) => back.get(at) ?? null)
}

function turnsOf(seen: readonly SeenHeadline[]): Turn[] {
  const turns: Turn[] = []
  for (const [position, { headline, at }] of seen.entries()) {
    const [key, time] = [textKey(headline), Date.parse(at)]
    const last = turns.at(-1)
    const until = time
    if (last?.key === key) turns.splice(-1, 1, { ...last, to: position, until })
    else {
      if (last !== undefined) turns.splice(-1, 1, { ...last, until })
      turns.push({ key, headline, from: position, to: position, at: time, until })
    }
  }
  return turns
}

/** Each turn that repeats an earlier one, with the last such. */
function returnsOf(turns: readonly Turn[]): [first: number, last: number][] {
  const known = new Map<string, number>()
  return turns.flatMap(({ key }, at) => {
    const first = known.get(key)
    known.set(key, at)
    return first === undefined ? [] : [[first, at] as [number, number]]
  })
}
