/** Neighbouring versions that all have a text, by their names. */
export interface PresentStretch {
  readonly first: string
  readonly last: string
  readonly length: number
  /** The version after it, which is without the text; null where the stretch reaches the newest. */
  readonly next: string | null
}

/** In which versions a text stands. */
export interface Presence {
  /** The oldest first. */
  readonly stretches: readonly PresentStretch[]
  /** How many versions have it, and how many there are. */
  readonly having: number
  readonly of: number
  /** Whether the text is a headline. */
  readonly headline: boolean
}

/** What to open to see a text: indexes of versions in time order. */
export interface Shown {
  /** The last version with the text and the next, which is without it; null where the newest has it. */
  readonly pair: { readonly older: number; readonly newer: number } | null
  /** The last version with the text; the newest where none has it. */
  readonly target: number
}

/** `labels` are the versions' names, the oldest first, and `held` says of each whether it has the text. */
export function presence(labels: readonly string[], held: readonly boolean[], headline: boolean): Presence {
  const stretches: PresentStretch[] = []
  for (let first = 0; first < labels.length; first++) {
    if (held[first] !== true) continue
    let last = first
    while (last + 1 < labels.length && held[last + 1] === true) last++
    const length = last - first + 1
    stretches.push({ first: labels[first]!, last: labels[last]!, length, next: labels[last + 1] ?? null })
    first = last
  }
  const having = stretches.reduce((sum, { length }) => sum + length, 0)
  return { stretches, having, of: labels.length, headline }
}

export function shownOf(held: readonly boolean[]): Shown {
  const newest = held.length - 1
  const last = held.lastIndexOf(true)
  return {
    pair: last < 0 || last === newest ? null : { older: last, newer: last + 1 },
    target: last < 0 ? newest : last
  }
}
