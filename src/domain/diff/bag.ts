import { characterClass } from './characters.ts'

/** The words of a text without their order: sorted hashes of them, a word that occurs twice standing twice. */
export type Bag = Int32Array

/**
 * The words of a text, whatever their case and punctuation; in scripts without spaces, each two neighbouring characters. Far
 * quicker than reading the text into a passage, and all that is needed to tell whether two texts are alike.
 */
export function bagOf(text: string): Bag {
  const bag = new Int32Array(text.length)
  let size = 0
  let hash = 0
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const kind = kindOf(code)
    if (kind === letter) hash = mix(hash, code >= 0x41 && code <= 0x5a ? code | 0x20 : code)
    else if (kind !== unseen) {
      if (hash !== 0) bag[size++] = hash
      hash = 0
      if (kind === dictionary) bag[size++] = mix(before, code)
      before = kind === dictionary ? code : 0
    }
  }
  if (hash !== 0) bag[size++] = hash
  return bag.slice(0, size).sort()
}

function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193) + 0x1000 || 1
}

const apart = 1
const letter = 2
const dictionary = 3
const unseen = 4
const kinds = new Uint8Array(0x10000)

function kindOf(code: number): number {
  const known = kinds[code]!
  if (known !== 0) return known
  const found = characterClass(code)
  const kind =
    found === 'dictionary'
      ? dictionary
      : found === 'unseen'
        ? unseen
        : found === 'letter' || found === 'digit' || (code >= 0xd800 && code <= 0xdfff)
          ? letter
          : apart
  kinds[code] = kind
  return kind
}

export function joinBags(bags: readonly Bag[]): Bag {
  const all = new Int32Array(bags.reduce((size, bag) => size + bag.length, 0))
  let at = 0
  for (const bag of bags) {
    all.set(bag, at)
    at += bag.length
  }
  return all.sort()
}

/** How many words two bags share. */
export function commonWords(one: Bag, other: Bag): number {
  let common = 0
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    const difference = one[i]! - other[j]!
    if (difference === 0) common++
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return common
}

/** 2 x common words / total words, from 0 to 1. Two texts without words are alike. */
export function similarity(one: Bag, other: Bag): number {
  const total = one.length + other.length
  return total === 0 ? 1 : (2 * commonWords(one, other)) / total
}
