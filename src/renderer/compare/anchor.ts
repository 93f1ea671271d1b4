/** A place in a text that can be found again in another version or view of it. */
export interface Anchor {
  readonly text: string
  /** The row's position among all rows, for choosing between equal ones. */
  readonly index: number
  /** How far the row's top lies below the top of the window; negative when it began above. */
  readonly offset: number
}

interface Placed {
  readonly key: string
  readonly text: string
}

/** The row that is the anchor's: the same text, or else the most alike, nearest to where it was. */
export function findAnchor(anchor: Anchor, rows: readonly Placed[]): string | null {
  const near = (n: number) => Math.abs(n - anchor.index)
  const same = rows.map((row, n) => ({ row, n })).filter(({ row }) => row.text === anchor.text)
  const exact = same.toSorted((a, b) => near(a.n) - near(b.n))[0]
  if (exact !== undefined) return exact.row.key
  const wanted = wordsOf(anchor.text)
  const alike = rows
    .map((row, n) => ({ row, n, share: overlap(wanted, wordsOf(row.text)) }))
    .filter(({ share }) => share > 0.4)
    .toSorted((a, b) => b.share - a.share || near(a.n) - near(b.n))[0]
  return alike?.row.key ?? rows[Math.min(anchor.index, rows.length - 1)]?.key ?? null
}

function wordsOf(text: string): ReadonlyMap<string, number> {
  const words = new Map<string, number>()
  for (const word of text.toLocaleLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    words.set(word, (words.get(word) ?? 0) + 1)
  return words
}

/** Twice the common words over all words: 1 for the same words, 0 for none in common. */
function overlap(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let common = 0
  let total = 0
  for (const [word, n] of a) {
    common += Math.min(n, b.get(word) ?? 0)
    total += n
  }
  for (const n of b.values()) total += n
  return total === 0 ? 0 : (2 * common) / total
}
