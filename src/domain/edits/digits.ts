/** Digits of every script are read as 0 to 9; every character keeps its place. */
export function westernDigits(text: string): string {
  if (!/[^\p{ASCII}\p{Script=Latin}]/u.test(text)) return text
  return text
    .replace(/(?![0-9])\p{Nd}/gu, digitOf)
    .replaceAll('\u066b', '.')
    .replaceAll('\u066c', ',')
    .replaceAll('\u066a', '%')
    .replaceAll('\uff05', '%')
    .replaceAll('\uff0e', '.')
    .replaceAll('\uff0c', ',')
    .replaceAll('\uff1a', ':')
}

/** Digits of a script stand in a row of ten; of the Arabic and Persian ones each row begins at 0 as well. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0)!
  if (code > 0xffff) return digit
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero--
  return String(code - zero)
}

/** Whether a text writes a digit otherwise than 0 to 9. */
export function hasNativeDigits(text: string): boolean {
  return /(?![0-9])\p{Nd}/u.test(text)
}

const pointLanguages = new Set(['en', 'zh', 'ja', 'ko', 'th', 'hi', 'he', 'ar', 'fa'])

/**
 * What a number in digits amounts to: 1,204 and 1.204,5 and 10 000. A single separator before three digits groups or
 * divides as the language has it; null for ranges, fractions and whatever else is no single number.
 */
export function valueOfDigits(digits: string, lang: string | null): number | null {
  const plain = digits.replace(/[\s\u00a0\u2009\u202f'\u2019]/gu, '')
  if (!/^\d+(?:[.,]\d+)*$/.test(plain)) return null
  const marks = plain.match(/[.,]/g) ?? []
  const last = marks.at(-1)
  if (last === undefined) return Number(plain)
  const mixed = marks.some((mark) => mark !== last)
  const grouped = !mixed && (marks.length > 1 || isGroup(plain, last, lang))
  if (grouped) return Number(plain.replaceAll(last, ''))
  return Number(plain.replaceAll(last === '.' ? ',' : '.', '').replace(last, '.'))
}

function isGroup(number: string, mark: string, lang: string | null): boolean {
  if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(number)) return false
  const point = lang === null || pointLanguages.has(lang.split('-', 1)[0]!)
  return (mark === ',') === point
}
