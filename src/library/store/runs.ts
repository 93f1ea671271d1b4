/**
 * A list of block numbers as stretches, `[start, length, start, length, ...]`: the blocks of a revision mostly follow
 * one another, so that hundreds of them take a few bytes. Order and repetition are kept.
 */
function toRuns(numbers: readonly number[]): number[] {
  const runs: number[] = []
  for (const number of numbers) {
    const last = runs.length - 2
    if (last >= 0 && number === runs[last]! + runs[last + 1]!) runs[last + 1]! += 1
    else runs.push(number, 1)
  }
  return runs
}

/** The list that `toRuns` was given. */
export function fromRuns(runs: readonly number[]): number[] {
  const numbers: number[] = []
  for (let i = 0; i + 1 < runs.length; i += 2) {
    for (let k = 0; k < runs[i + 1]!; k++) numbers.push(runs[i]! + k)
  }
  return numbers
}

/** Whether a number is in the list that `toRuns` was given. */
export function inRuns(runs: readonly number[], number: number): boolean {
  for (let i = 0; i + 1 < runs.length; i += 2) {
    if (number >= runs[i]! && number < runs[i]! + runs[i + 1]!) return true
  }
  return false
}

/** `fromRuns` of a stored column. */
export const readRuns = (json: string): number[] => fromRuns(JSON.parse(json) as number[])

/** `toRuns` as a column to store. */
export const writeRuns = (numbers: readonly number[]): string => JSON.stringify(toRuns(numbers))
