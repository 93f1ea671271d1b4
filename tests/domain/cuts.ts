import type { Comparison, Run } from '../../src/domain/diff/comparison.ts'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const words = new Intl.Segmenter('und', { granularity: 'word' })

/** Places in a text where something begins or ends, other than the text itself. */
interface Edges {
  readonly whole: string
  readonly places: readonly number[]
}

/** Where marks begin and end in the older or the newer text of each pair of blocks that was compared by words. */
function edgesOf({ hunks }: Comparison): Edges[] {
  return hunks.flatMap((hunk) => ('runs' in hunk ? [edges(hunk.runs, 'old'), edges(hunk.runs, 'new')] : []))
}

function edges(runs: readonly Run[], side: 'old' | 'new'): Edges {
  let whole = ''
  const places: number[] = []
  for (const run of runs) {
    if (run.op === 'same') whole += run[side]
    else if ((run.op === 'removed') === (side === 'old')) whole += run.text
    places.push(whole.length)
  }
  return { whole, places: places.filter((at) => at > 0 && at < whole.length) }
}

/** Edges inside what a reader takes for one character, each shown as `before|after`. */
export function cutGraphemes(comparison: Comparison): string[] {
  return cuts(comparison, (whole, at) => graphemes.segment(whole).containing(at)!.index !== at)
}

/** Edges inside a word, likewise. */
export function cutWords(comparison: Comparison): string[] {
  return cuts(comparison, cutsWord)
}

const wholes = /(?<![-+−])[-+−]?\p{Sc}?\p{Nd}+(?:[.,:/٫٬\-–]\p{Nd}+)*%?|\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)+/gu

/** Edges inside a number, an amount, a time, a date in digits or a hyphen compound, likewise. */
export function cutNumbers(comparison: Comparison): string[] {
  return cuts(comparison, (whole, at) =>
    [...whole.matchAll(wholes)].some((match) => match.index < at && at < match.index + match[0].length)
  )
}

function cuts(comparison: Comparison, isCut: (whole: string, at: number) => boolean): string[] {
  return edgesOf(comparison).flatMap(({ whole, places }) =>
    places
      .filter((at) => isCut(whole, at))
      .map((at) => `${whole.slice(Math.max(0, at - 12), at)}|${whole.slice(at, at + 12)}`)
  )
}

const letterBefore = /[\p{L}\p{N}\p{M}]$/u
const letterAfter = /^[\p{L}\p{N}\p{M}]/u
/** Scripts whose words only a dictionary can tell apart; it takes letters of others and digits beside them for theirs. */
const dictionaryAlone = /(?!\p{N})[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * Whether there are letters or digits of a script on both sides and, in scripts without spaces, the dictionary sees no
 * end of a word. 12 beside a Thai word is a word of its own.
 */
export function cutsWord(whole: string, at: number): boolean {
  const [before, after] = [whole.slice(Math.max(0, at - 2), at), whole.slice(at, at + 2)]
  if (!letterBefore.test(before) || !letterAfter.test(after)) return false
  if (dictionaryAlone.test(before.slice(-1)) !== dictionaryAlone.test(after[0]!)) return false
  return words.segment(whole).containing(at)!.index !== at
}
