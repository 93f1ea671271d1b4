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

/** The outlines of all bars up, all bars down, and all small ticks; empty where there are none. */
export function pathsOf(marks: readonly Mark[]): {
  readonly up: string
  readonly down: string
  readonly minor: string
} {
  const isTick = ({ minor, up, down }: Mark) => minor || (up === 0 && down === 0)
  const bars = marks.filter((mark) => !isTick(mark))
  return {
    up: bars.map(({ x, up }) => bar(x, size.middle - 0.75 - up, up)).join(''),
    down: bars.map(({ x, down }) => bar(x, size.middle + 0.75, down)).join(''),
    minor: marks
      .filter(isTick)
      .map(({ x }) => `M${round(x - 1)} ${size.middle - 1.5}h2v3h-2z`)
      .join('')
  }
}

const round = (value: number): number => Math.round(value * 100) / 100

/** A bar 3.5 wide around x, its corners rounded by 1; nothing where it has no height. */
function bar(x: number, top: number, height: number): string {
  if (height === 0) return ''
  const side = round(height - 2)
  return `M${round(x - 0.75)} ${round(top)}h1.5a1 1 0 0 1 1 1v${side}a1 1 0 0 1-1 1h-1.5a1 1 0 0 1-1-1v${-side}a1 1 0 0 1 1-1z`
}
