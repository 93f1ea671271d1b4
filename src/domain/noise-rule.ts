import type { EditKind } from './diff/comparison.ts'

/** What a rule may fold only where the reader said so: it is what stories turn on. */
export const touches = ['digits', 'negation', 'quotation', 'name', 'link'] as const
export type Touch = (typeof touches)[number]

/** What the reader calls noise. There are no regular expressions in it: matching takes time linear in the text. */
export type NoiseRule = { readonly allow: readonly Touch[] } & (
  | {
      readonly kind: 'text'
      /** What stays the same, in order; anything may stand between. '' at an end: the text begins, or ends, with anything. */
      readonly parts: readonly string[]
    }
  | { readonly kind: 'begins'; readonly words: string }
  | { readonly kind: 'kind'; readonly edit: EditKind }
)

/** A rule with fewer letters would fold too much. */
const leastLetters = 6

const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0

/** Whether a rule says enough to be one: of a text, a few letters of it at least. */
export function isSound(rule: NoiseRule): boolean {
  if (rule.kind === 'kind') return true
  if (rule.kind === 'begins') return lettersIn(rule.words) >= 3
  return rule.parts.reduce((sum, part) => sum + lettersIn(part), 0) >= leastLetters
}

/** How texts are matched: whatever their spaces, capitals and Unicode forms. */
function plainText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}

/** Whether a text fits a rule about texts. */
export function fitsText(rule: NoiseRule, text: string): boolean {
  if (rule.kind === 'kind') return false
  const plain = plainText(text)
  if (rule.kind === 'text') return fitsParts(rule.parts.map(plainText), plain)
  const words = plainText(rule.words)
  // `Read` begins `Read more` but not `Reading`.
  return plain.startsWith(words) && !/^[\p{L}\p{N}]/u.test(plain.slice(words.length))
}

/** The first and the last part stand at the ends, the others in order between: the first place of each is good enough. */
function fitsParts(parts: readonly string[], text: string): boolean {
  const [first = ''] = parts
  if (parts.length < 2) return text === first
  const last = parts.at(-1) ?? ''
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false
  let at = first.length
  const end = text.length - last.length
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at)
    if (found < 0 || found + part.length > end) return false
    at = found + part.length
  }
  return true
}
