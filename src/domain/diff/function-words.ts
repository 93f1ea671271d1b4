/** Longer English words that carry no content of their own; shorter ones are known by their length. */
const longer = new Set('that this with from they them their were been have will would'.split(' '))

/**
 * Whether a word is too thin to keep two changes apart: up to three lower-case letters in an alphabet (the, of, und, les,
 * для), one character in a script without spaces. Never a number.
 */
export function isFunctionWord(key: string): boolean {
  if (/\p{N}/u.test(key)) return false
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(key)) return true
  return /^[\p{Ll}\p{Lo}\p{M}']{1,3}$/u.test(key) || longer.has(key.toLowerCase())
}
