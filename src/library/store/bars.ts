import type { Bar } from '../../contract/lists.ts'

/** More than these share columns of equal time: a sparkline is 84 pixels wide, and a list shows hundreds of them. */
const most = 24
const columns = 42

/** Changes, oldest first, as a row of the list stores them: at most 42 bars of four numbers each. */
export function writeBars(changes: readonly Bar[]): string {
  const bars = changes.length > most ? binned(changes) : changes
  return JSON.stringify(
    bars.flatMap(({ at, wordsAdded, wordsRemoved, minor }) => [
      Math.round(Date.parse(at) / 1000),
      wordsAdded,
      wordsRemoved,
      Number(minor)
    ])
  )
}

/** The bars that `writeBars` was given, their times to the second. */
export function readBars(json: string): Bar[] {
  const numbers = JSON.parse(json) as number[]
  const bars: Bar[] = []
  for (let i = 0; i + 3 < numbers.length; i += 4) {
    const [seconds, wordsAdded, wordsRemoved, minor] = numbers.slice(i, i + 4) as [number, number, number, number]
    bars.push({ at: new Date(seconds * 1000).toISOString(), wordsAdded, wordsRemoved, minor: minor === 1 })
  }
  return bars
}

/** A bar of several changes is as high as all of them, stands where its largest does, and is minor if all are. */
function binned(changes: readonly Bar[]): Bar[] {
  const from = Date.parse(changes[0]!.at)
  const span = Math.max(1, Date.parse(changes.at(-1)!.at) - from)
  const bins = Map.groupBy(changes, ({ at }) => Math.floor(((Date.parse(at) - from) / span) * (columns - 1)))
  return [...bins.values()].map((members) => ({
    at: largestOf(members)!.at,
    wordsAdded: members.reduce((sum, { wordsAdded }) => sum + wordsAdded, 0),
    wordsRemoved: members.reduce((sum, { wordsRemoved }) => sum + wordsRemoved, 0),
    minor: members.every(({ minor }) => minor)
  }))
}

/** The change with the most words, the first of equals. */
export function largestOf<T extends Bar>(changes: readonly T[]): T | undefined {
  const words = ({ wordsAdded, wordsRemoved }: Bar) => wordsAdded + wordsRemoved
  let largest = changes[0]
  for (const change of changes) if (words(change) > words(largest!)) largest = change
  return largest
}
