import { foldToken } from '../../domain/search/fold.ts'

/** A text as it is compared, and where each of its characters stands in the text itself. */
export interface Folded {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Signs that are typed one for another. */
const signs: ReadonlyMap<string, string> = new Map([
  ...'‘’‚‛′`´ʼ'.split('').map((sign) => [sign, "'"] as const),
  ...'“”„‟″«»‹›'.split('').map((sign) => [sign, '"'] as const),
  ...'‐‑‒–—―−'.split('').map((sign) => [sign, '-'] as const)
])

/** Without capitals, accents and the style of quotation marks and dashes; any run of spaces is one. */
export function folded(text: string): Folded {
  let out = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const character of text) {
    const from = at
    at += character.length
    const plain = /\s/u.test(character) ? ' ' : (signs.get(character) ?? foldToken(character))
    const isMore = plain === '' || (plain === ' ' && out.endsWith(' '))
    if (isMore && ends.length > 0) ends[ends.length - 1] = at
    if (isMore) continue
    for (const unit of plain.split('')) {
      out += unit
      starts.push(from)
      ends.push(at)
    }
  }
  return { text: out, starts, ends }
}

export interface Match {
  readonly start: number
  readonly end: number
}

/** Every place where a text says what is looked for, as offsets in the text. */
export function matchesIn(of: Folded, query: string): Match[] {
  const wanted = folded(query).text
  if (wanted.trim() === '') return []
  const found: Match[] = []
  for (let at = of.text.indexOf(wanted); at >= 0; at = of.text.indexOf(wanted, at + wanted.length)) {
    found.push({ start: of.starts[at]!, end: of.ends[at + wanted.length - 1]! })
  }
  return found
}

export function has(text: string, query: string): boolean {
  return matchesIn(folded(text), query).length > 0
}
