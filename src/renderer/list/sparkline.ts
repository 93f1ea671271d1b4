import type { ArticleRow } from '../../contract/lists.ts'

export const size = { width: 84, height: 24, middle: 12 } as const

/** What is drawn of a version: a bar up for words added, one down for words removed, or a small tick. */
export interface Mark {
  readonly x: number
  readonly up: number
  readonly down: number
  readonly minor: boolean
}

const lengthOf = (words: number) => (words === 0 ? 0 : Math.min(11, Math.max(2, 1.32 * Math.sqrt(words))))

/** One bar a version at its time between the first and last check; over 24 versions they are binned by column. */
export function marksOf(row: Pick<ArticleRow, 'firstAt' | 'lastAt' | 'bars'>): readonly Mark[] {
  const from = Date.parse(row.firstAt)
  const span = Math.max(1, Date.parse(row.lastAt) - from)
  const column = row.bars.length > 24 ? 4 : 0
  const bins = new Map<number, { added: number; removed: number; minor: boolean }>()
  for (const change of row.bars) {
    const share = Math.min(1, Math.max(0, (Date.parse(change.at) - from) / span))
    const exactX = 2 + share * (size.width - 4)
    const x = column === 0 ? exactX : 2 + Math.round((exactX - 2) / column) * column
    const bin = bins.get(x) ?? { added: 0, removed: 0, minor: true }
    bin.added += change.wordsAdded
    bin.removed += change.wordsRemoved
    bin.minor &&= change.minor
    bins.set(x, bin)
  }
  return [...bins].map(([x, bin]) => ({ x, up: lengthOf(bin.added), down: lengthOf(bin.removed), minor: bin.minor }))
}
