/** Letters and digits alone, in small letters of one form: what two titles of the same article have in common. */
export function folded(text: string): string {
  return text
    .slice(0, 1000)
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const noSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u

/** Words; pairs of characters where a script writes no spaces. */
function tokensOf(text: string): string[] {
  return text.split(' ').flatMap((word) => {
    if (!noSpaces.test(word)) return word === '' ? [] : [word]
    const letters = [...word]
    return letters.length < 2 ? letters : letters.slice(1).map((letter, i) => letters[i]! + letter)
  })
}

/**
 * How much two titles say the same, 0 to 1: 1 where they differ in nothing but marks and case, 0.9 where one begins or
 * ends with the other and is not much longer; otherwise the Dice coefficient of their words.
 */
export function titleLikeness(one: string, other: string): number {
  const [a, b] = [folded(one), folded(other)]
  if (a === '' || b === '') return 0
  if (a === b || a.replaceAll(' ', '') === b.replaceAll(' ', '')) return 1
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  const isPart = long.startsWith(`${short} `) || long.endsWith(` ${short}`)
  if (isPart && short.length >= 12 && short.length * 2.5 > long.length) return 0.9
  const [as, bs] = [tokensOf(a), tokensOf(b)]
  const counts = new Map<string, number>()
  for (const token of as) counts.set(token, (counts.get(token) ?? 0) + 1)
  let common = 0
  for (const token of bs) {
    const left = counts.get(token) ?? 0
    if (left > 0) common++
    counts.set(token, left - 1)
  }
  return (2 * common) / Math.max(1, as.length + bs.length)
}

/** Scripts without spaces: two characters count as a word. */
export const wordsIn = (text: string): number => {
  const plain = folded(text)
  const dense = plain.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0
  return Math.max(plain === '' ? 0 : plain.split(' ').length, Math.ceil(dense / 2))
}
