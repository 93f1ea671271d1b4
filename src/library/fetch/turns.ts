/** Gives a place back; calling it again does nothing. */
export type Release = () => void

/** A number of places, given out in the order in which they were asked for. */
export interface Turns {
  readonly take: () => Promise<Release>
}

export function createTurns(places: number): Turns {
  const waiting: ((release: Release) => void)[] = []
  let free = places
  const hand = (): Release => {
    let held = true
    return () => {
      if (!held) return
      held = false
      const next = waiting.shift()
      if (next === undefined) free++
      else next(hand())
    }
  }
  return {
    take: () => {
      if (free === 0) return new Promise((resolve) => waiting.push(resolve))
      free--
      return Promise.resolve(hand())
    }
  }
}
