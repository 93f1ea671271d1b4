/** What a character is to the comparison of texts. `dictionary` letters belong to scripts written without spaces. */
export type CharacterClass = 'letter' | 'digit' | 'space' | 'unseen' | 'dictionary' | 'other'

const dictionary =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]/u
/** Soft hyphen, zero-width spaces and joiners, direction marks, byte order mark. */
const unseen = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/u
const attaching = /[\p{M}\p{Cf}\p{Emoji_Modifier}\p{Regional_Indicator}\u1160-\u11ff\ud7b0-\ud7ff\n]/u
const holding = /[\p{Cf}\p{Regional_Indicator}\u1100-\u115f\ua960-\ua97c\r]/u

const known: (CharacterClass | undefined)[] = []

/** The class of a code point. Marks count as letters: they continue the word they stand in. */
export function characterClass(code: number): CharacterClass {
  return (known[code] ??= classify(String.fromCodePoint(code)))
}

function classify(character: string): CharacterClass {
  if (unseen.test(character)) return 'unseen'
  if (dictionary.test(character) && /[\p{L}\p{M}]/u.test(character)) return 'dictionary'
  if (/\p{N}/u.test(character)) return 'digit'
  if (/[\p{L}\p{M}]/u.test(character)) return 'letter'
  return /\s/u.test(character) ? 'space' : 'other'
}

/** Whether the boundary between two characters might lie inside a grapheme; only then is the segmenter asked. */
export function mayCutGrapheme(before: number, after: number): boolean {
  if (before < 0x80 && after < 0x300) return before === 0x0d
  return attaching.test(String.fromCodePoint(after)) || holding.test(String.fromCodePoint(before))
}
