import { searchTokens } from './tokens.ts'

/** Where a reader wants a term to stand: in the headline, in the newest version, in what was taken out or put in. */
export type Scope = 'anywhere' | 'removed' | 'current' | 'headline' | 'added'

/** Tokens that follow one another; with `prefix` the last of them is only how a token begins. Never without a token. */
export interface Term {
  readonly tokens: readonly string[]
  readonly prefix: boolean
  readonly quoted: boolean
  /** Null where the reader names none. */
  readonly scope: Scope | null
}

/** Every term must be in an article, each in any of its blocks. */
export interface Query {
  readonly terms: readonly Term[]
}

const mostCharacters = 1_000
const mostTerms = 16
const mostTokens = 64

/** A phrase ends at the next mark of the family it began with, so that „these“, ”these” and »these« all work. */
const families = ['"“”„‟＂', '«»', '「」｢｣', '『』']
const marks = families.join('')
/** צה"ל is one word: between Hebrew letters a quotation mark is a gershayim. */
const gershayim = String.raw`(?<=\p{sc=Hebr})["“”„](?=\p{sc=Hebr})`
const phrase = families.map((family) => `[${family}](?:[^${family}]|${gershayim})*[${family}]?`).join('|')
const part = new RegExp(
  String.raw`(?:(?<scope>anywhere|removed|current|headline|added)[:：]\s*)?` +
    String.raw`(?:(?<phrase>${phrase})(?<star>[*＊])?|(?<word>(?:[^\s${marks}]|${gershayim})+))`,
  'giu'
)
const endsInStar = /[\p{L}\p{N}\p{M}][*＊]+[^\p{L}\p{N}\p{M}]*$/u

/**
 * What a reader typed: words, "phrases", wor* for how a word begins, and `removed:` and its like before any of these.
 * Any input is a query; 1,000 characters, 16 terms and 64 tokens of a term are read, and nothing after them.
 */
export function parseQuery(input: string): Query {
  const terms: Term[] = []
  for (const { groups = {} } of input.slice(0, mostCharacters).matchAll(part)) {
    const term = termOf(groups)
    if (term !== null) terms.push(term)
    if (terms.length === mostTerms) break
  }
  return { terms }
}

function termOf({ scope, phrase, star, word = '' }: Record<string, string | undefined>): Term | null {
  const tokens = searchTokens(phrase ?? word).map(({ token }) => token)
  if (tokens.length === 0) return null
  const starred = phrase === undefined ? endsInStar.test(word) : star !== undefined
  return {
    tokens: tokens.slice(0, mostTokens),
    prefix: starred && tokens.length <= mostTokens,
    quoted: phrase !== undefined,
    scope: scope === undefined ? null : (scope.toLowerCase() as Scope)
  }
}

/** A term in the query language of SQLite's FTS5. Tokens hold no quotation mark, so nothing in them is an operator. */
export function ftsTerm({ tokens, prefix }: Term): string {
  return `"${tokens.join(' ')}"${prefix ? ' *' : ''}`
}
