import type { Term } from './query.ts'
import { searchTokens, type SearchToken } from './tokens.ts'

/** Where a term stands in a text: UTF-16 offsets, the end not included, and the index of the term. */
export interface Hit {
  readonly start: number
  readonly end: number
  readonly term: number
}

/** Every place of every term, by where it begins; places may overlap. A term's scope is not looked at. */
export function hitsOf(text: string, terms: readonly Term[]): readonly Hit[] {
  const tokens = terms.length === 0 ? [] : searchTokens(text)
  const hits: Hit[] = []
  for (const [at, { start }] of tokens.entries()) {
    for (const [term, wanted] of terms.entries()) {
      if (stands(tokens, at, wanted)) hits.push({ start, end: tokens[at + wanted.tokens.length - 1]!.end, term })
    }
  }
  return hits
}

function stands(tokens: readonly SearchToken[], at: number, { tokens: wanted, prefix }: Term): boolean {
  const last = wanted.length - 1
  return wanted.every((token, index) => {
    const found = tokens[at + index]?.token
    return found === token || (prefix && index === last && found?.startsWith(token) === true)
  })
}
