import type { Blame } from '../../../src/domain/blame/blame.ts'
import { isCorrection, lettersOf } from '../../../src/domain/blame/correction.ts'
import { tokenise } from '../../../src/domain/diff/tokens.ts'
import type { Content } from '../../../src/domain/revision.ts'

/** What is wrong with a blame whatever the texts, in words; nothing if all is well. */
export function faults(revisions: readonly Content[], target: number, found: Blame): string[] {
  const texts = revisions[target]!.blocks.map(({ text }) => text)
  const uncovered = texts.filter((text, at) => !covers(text, found.blocks[at] ?? []))
  return [
    ...uncovered.map((text) => `the passages do not cover ${JSON.stringify(text)}`),
    ...found.lives.flatMap((life) => faultsOfLife(life, target, revisions.length)),
    ...strangers(revisions, texts, found)
  ]
}

function covers(text: string, passages: Blame['blocks'][number]): boolean {
  let at = 0
  for (const { start, end, life } of passages) {
    if (start !== at || end <= start || life < 0) return false
    at = end
  }
  return at === text.length
}

function faultsOfLife({ introduced, held }: Blame['lives'][number], target: number, revisions: number): string[] {
  const told = JSON.stringify(held)
  const ordered = held.every(([from, to], at) => from <= to && to < revisions && from > (held[at - 1]?.[1] ?? -2) + 1)
  return [
    ...(ordered ? [] : [`stretches out of order: ${told}`]),
    ...(held[0]?.[0] === introduced ? [] : [`introduced in ${introduced}, but held in ${told}`]),
    ...(held.some(([from, to]) => from <= target && to >= target) ? [] : [`${told} does not hold the target`])
  ]
}

/** Words that the revision said to have introduced them does not have, not even misspelt or divided otherwise. */
function strangers(revisions: readonly Content[], texts: readonly string[], { blocks, lives }: Blame): string[] {
  const known = new Map<number, Set<string>>()
  return blocks.flatMap((passages, at) =>
    passages.flatMap(({ start, end, life }) => {
      const { introduced } = lives[life]!
      const there = known.get(introduced) ?? new Set(revisions[introduced]!.blocks.flatMap(({ text }) => wordsOf(text)))
      known.set(introduced, there)
      const missing = wordsOf(texts[at]!.slice(start, end)).filter((word) => !isThere(word, there))
      return missing.map((word) => `revision ${introduced} has no ${word}`)
    })
  )
}

function wordsOf(text: string): string[] {
  return tokenise(text).flatMap(({ kind, key }) => (kind === 'word' ? [key] : []))
}

function isThere(word: string, words: ReadonlySet<string>): boolean {
  return words.has(word) || [...words].some((other) => isCorrection(other, word) || isPartOf(word, other))
}

function isPartOf(word: string, other: string): boolean {
  const [one, two] = [lettersOf(word), lettersOf(other)]
  return one !== '' && two !== '' && (one.includes(two) || two.includes(one))
}
