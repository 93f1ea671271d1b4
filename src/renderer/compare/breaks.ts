/** A stretch of unchanged words, and the line break that came or went before it. */
export interface Stretch {
  readonly text: string
  /** Where it begins in the newer text. */
  readonly at: number
  readonly before: 'added' | 'removed' | null
}

/** How many characters that are no spaces stand before each line break. */
function breakDepths(text: string): readonly number[] {
  return text
    .split('\n')
    .slice(0, -1)
    .reduce<number[]>((depths, line) => {
      depths.push((depths.at(-1) ?? 0) + line.replace(/\s/gu, '').length)
      return depths
    }, [])
}

/** The place in a text after so many characters that are no spaces. */
function indexAt(text: string, depth: number): number {
  let left = depth
  for (let index = 0; index < text.length; index++) {
    if (left === 0) return index
    if (!/\s/u.test(text[index]!)) left -= 1
  }
  return text.length
}

/** Cuts unchanged words where one of the two texts breaks a line and the other does not. */
export function breaksOf(older: string, newer: string): readonly Stretch[] {
  const olds = breakDepths(older)
  const news = breakDepths(newer)
  const cuts = [
    ...news.filter((depth) => !olds.includes(depth)).map((depth) => ({ depth, before: 'added' as const })),
    ...olds.filter((depth) => !news.includes(depth)).map((depth) => ({ depth, before: 'removed' as const }))
  ].toSorted((a, b) => a.depth - b.depth)
  const stretches: Stretch[] = []
  let at = 0
  let before: Stretch['before'] = null
  for (const cut of cuts) {
    const index = indexAt(newer, cut.depth)
    stretches.push({ text: newer.slice(at, index), at, before })
    at = index + (/^\s/u.exec(newer.slice(index))?.[0].length ?? 0)
    before = cut.before
  }
  return [...stretches, { text: newer.slice(at), at, before }]
}
