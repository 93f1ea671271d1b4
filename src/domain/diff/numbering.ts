import type { Piece } from './pieces.ts'

/** Equal numbers stand for blocks that say the same, typography aside. */
export interface Numbered {
  readonly olds: Int32Array
  readonly news: Int32Array
  /** How many numbers there are. */
  readonly size: number
}

/** Numbers the blocks of both sides. Only those without an exact counterpart are looked at for typography. */
export function numberPieces(olds: readonly Piece[], news: readonly Piece[]): Numbered {
  const exact = new Map<string, number>()
  const oldNumbers = olds.map((piece) => numberIn(exact, piece.exact))
  const common = exact.size
  const newNumbers = news.map((piece) => numberIn(exact, piece.exact))
  const met = new Set(newNumbers.filter((number) => number < common))
  if (met.size === exact.size)
    return { olds: Int32Array.from(oldNumbers), news: Int32Array.from(newNumbers), size: exact.size }
  const keys = new Map<string, number>()
  const renumbered = (numbers: readonly number[], pieces: readonly Piece[]) =>
    Int32Array.from(numbers, (number, at) =>
      met.has(number) ? number : exact.size + numberIn(keys, pieces[at]!.key())
    )
  const both = [renumbered(oldNumbers, olds), renumbered(newNumbers, news)]
  return { olds: both[0]!, news: both[1]!, size: exact.size + keys.size }
}

function numberIn(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  numbers.set(key, numbers.size)
  return numbers.size - 1
}
