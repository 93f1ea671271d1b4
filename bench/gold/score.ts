/** How many were found that are in the gold, how many were found, and how many the gold has. */
export interface Score {
  readonly right: number
  readonly found: number
  readonly gold: number
}

export const noScore: Score = { right: 0, found: 0, gold: 0 }

export function scoreOf(found: ReadonlySet<string>, gold: ReadonlySet<string>): Score {
  return { right: [...found].filter((one) => gold.has(one)).length, found: found.size, gold: gold.size }
}

export function addScores(a: Score, b: Score): Score {
  return { right: a.right + b.right, found: a.found + b.found, gold: a.gold + b.gold }
}

/** The harmonic mean of precision and recall; nothing found where there is nothing is all right. */
export function f1({ right, found, gold }: Score): number {
  return found + gold === 0 ? 1 : (2 * right) / (found + gold)
}
