/**
 * What a character is to search. `word` characters run together into one token. `alone` is a character of a script
 * written without spaces, a token of its own. `extending` continues the token before it and never begins one. `unseen`
 * is skipped wherever it stands. `other` ends a token.
 */
export const kinds = { other: 1, word: 2, alone: 3, extending: 4, unseen: 5 } as const
export type CharacterKind = (typeof kinds)[keyof typeof kinds]

/** Soft hyphens, zero-width characters, direction marks, variation selectors, Hangul fillers; the Arabic tatweel. */
const unseen = /[\p{Default_Ignorable_Code_Point}\u0640]/u
const everyUnseen = new RegExp(unseen, 'gu')
/** Letters by Unicode that are apostrophes and primes to a reader; and an emoji. */
const notLetters = /[\u02b9-\u02bf\u02c8\u0374\u2139]/
/** Marks; what composes to a Hangul syllable with the letter before it; halfwidth kana marks; Thai and Lao am. */
const extending = /[\p{M}\u1160-\u11ff\ud7b0-\ud7c6\ud7cb-\ud7fb\uff9e\uff9f\u0e33\u0eb3]/u
/** Scripts written without spaces; private use, which is icons more than letters. */
const eastAsian = /[\p{Co}\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{sc=Bopo}\p{sc=Yiii}]/u
const southEastAsian =
  /[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tale}\p{sc=Talu}\p{sc=Lana}\p{sc=Tavt}\p{sc=Ahom}\p{sc=Bali}\p{sc=Java}]/u

const known = new Uint8Array(0x110000)

/** The kind of a code point; of half a surrogate pair `other`. Never throws for 0 to 0x10ffff. */
export function characterKind(code: number): CharacterKind {
  return (known[code] || (known[code] = classify(String.fromCodePoint(code)))) as CharacterKind
}

function classify(character: string): CharacterKind {
  if (unseen.test(character)) return kinds.unseen
  if (notLetters.test(character)) return kinds.other
  if (extending.test(character)) return kinds.extending
  if (!/[\p{L}\p{N}\p{Co}]/u.test(character)) return kinds.other
  if (/\p{Nd}/u.test(character)) return kinds.word
  return eastAsian.test(character) || southEastAsian.test(character) ? kinds.alone : kinds.word
}

/** A text without the characters that search does not see. */
export function withoutUnseen(text: string): string {
  return text.replace(everyUnseen, '')
}
