import { compare } from '../../src/domain/diff/compare.ts'
import { cutGraphemes, cutWords } from '../../tests/domain/cuts.ts'
import { rebuilt } from '../../tests/domain/redline.ts'
import type { EditedPair } from '../../tests/domain/editing.ts'

/** What can be wrong with comparisons, and how many were looked at. */
export interface Proof {
  readonly comparisons: number
  /** Neither side could be rebuilt from the other, or not exactly; each told in a line. */
  readonly wrong: readonly string[]
  readonly graphemes: readonly string[]
  readonly words: readonly string[]
  readonly hitTimeout: number
}

export const nothingProven: Proof = { comparisons: 0, wrong: [], graphemes: [], words: [], hitTimeout: 0 }

export function addProofs(a: Proof, b: Proof): Proof {
  return {
    comparisons: a.comparisons + b.comparisons,
    wrong: [...a.wrong, ...b.wrong],
    graphemes: [...a.graphemes, ...b.graphemes],
    words: [...a.words, ...b.words],
    hitTimeout: a.hitTimeout + b.hitTimeout
  }
}

/** Compares two revisions, rebuilds each from the other, and looks at where the marks begin and end. */
export function prove(name: string, { older, newer, lang }: EditedPair): Proof {
  try {
    const comparison = compare(older, newer, { lang })
    const both = rebuilt(older, newer, comparison)
    const exact = same(both.older, both.olds!) && same(both.newer, both.news!)
    return {
      comparisons: 1,
      wrong: exact ? [] : [`${name}: rebuilt otherwise`],
      graphemes: cutGraphemes(comparison).map((cut) => `${name}: ${cut}`),
      words: cutWords(comparison).map((cut) => `${name}: ${cut}`),
      hitTimeout: comparison.hitTimeout ? 1 : 0
    }
  } catch (error) {
    return { ...nothingProven, comparisons: 1, wrong: [`${name}: ${String(error)}`] }
  }
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, at) => text === other[at])
}
