import { FileRefusal } from './read-file.ts'

/** A word is a keyword, number or bare name; a name is one in quotes, a text a literal without its quotes. */
export interface Token {
  readonly kind: 'word' | 'name' | 'text' | 'mark'
  readonly text: string
}

/** No text of an article is longer, in bytes. */
const longestToken = 9_000_000
const word = /[\w$.+\-\x80-\xff]+/y
const space = /\s+/y

/**
 * Cuts SQL text that comes in parts into tokens, bytes as latin1 characters: encodings are for who knows the column.
 * Comments are left out, those that MySQL would run as well. Nothing is ever executed.
 */
export class SqlTokens {
  readonly #hasEscapes: boolean
  #text = ''
  #at = 0
  #ended = false

  /** `hasEscapes`: a backslash in a text escapes, as in MySQL; PostgreSQL and SQLite have it stand for itself. */
  constructor(hasEscapes: boolean) {
    this.#hasEscapes = hasEscapes
  }

  get isEnded(): boolean {
    return this.#ended
  }

  push(part: string): void {
    if (this.#text.length - this.#at > longestToken)
      throw new FileRefusal('too-large', `a value of more than ${longestToken} bytes`)
    this.#text = this.#text.slice(this.#at) + part
    this.#at = 0
  }

  end(): void {
    this.#ended = true
  }

  /** The next token; null where more is needed, or nothing is left. */
  next(): Token | null {
    if (!this.#skip()) return null
    const char = this.#text[this.#at]!
    if (char === "'") return this.#quoted('text', char, this.#hasEscapes)
    if (char === '`' || char === '"') return this.#quoted('name', char, char === '"' && this.#hasEscapes)
    word.lastIndex = this.#at
    const found = word.exec(this.#text)?.[0]
    if (found === undefined) return this.#token('mark', char, 1)
    if (this.#at + found.length === this.#text.length && !this.#ended) return null
    return this.#token('word', found, found.length)
  }

  /** The next line without its end; null where more is needed, or nothing is left. */
  line(): string | null {
    const end = this.#text.indexOf('\n', this.#at)
    if (end < 0) return null
    const line = this.#text.slice(this.#at, end)
    this.#at = end + 1
    return line.endsWith('\r') ? line.slice(0, -1) : line
  }

  #token(kind: Token['kind'], text: string, length: number): Token {
    this.#at += length
    return { kind, text }
  }

  /** Goes to where a token begins; false where there is none yet. */
  #skip(): boolean {
    for (;;) {
      space.lastIndex = this.#at
      this.#at += space.exec(this.#text)?.[0].length ?? 0
      // A comment begins with two characters.
      if (this.#text.length - this.#at < 2 && !this.#ended) return false
      if (this.#at >= this.#text.length) return false
      const end = this.#commentEnd()
      if (end === null) return true
      if (end < 0) return false
      this.#at = end
    }
  }

  /** Where the comment that begins here ends; null where none does, -1 where its end has not come yet. */
  #commentEnd(): number | null {
    const begin = this.#text.slice(this.#at, this.#at + 2)
    const end = begin === '/*' ? '*/' : begin === '--' || begin[0] === '#' ? '\n' : null
    if (end === null) return null
    const found = this.#text.indexOf(end, this.#at + begin.length - (end === '\n' ? 1 : 0))
    if (found >= 0) return found + end.length
    return this.#ended ? this.#text.length : -1
  }

  #quoted(kind: Token['kind'], quote: string, hasEscapes: boolean): Token | null {
    const end = closing(this.#text, this.#at, quote, hasEscapes)
    if (end === null || (end + 1 === this.#text.length && !this.#ended)) return null
    const raw = this.#text.slice(this.#at + 1, end)
    this.#at = end + 1
    return { kind, text: hasEscapes ? unescaped(raw, quote) : raw.replaceAll(quote + quote, quote) }
  }
}

/** Where the quote that ends a literal stands; null where it has not come yet. */
function closing(text: string, from: number, quote: string, hasEscapes: boolean): number | null {
  const stops = hasEscapes ? new RegExp(`[${quote}\\\\]`, 'g') : new RegExp(quote, 'g')
  stops.lastIndex = from + 1
  for (let found = stops.exec(text); found !== null; found = stops.exec(text)) {
    const isDouble = text[found.index + 1] === quote
    if (found[0] === quote && !isDouble) return found.index
    stops.lastIndex = found.index + 2
  }
  return null
}

const escapes: Readonly<Record<string, string>> = { 0: '\0', n: '\n', r: '\r', t: '\t', b: '\b', Z: '\x1A' }

/** MySQL 8.4 manual, 9.1.1: before `%` and `_` the backslash stays. */
function unescaped(raw: string, quote: string): string {
  if (!raw.includes('\\') && !raw.includes(quote)) return raw
  return raw.replace(/\\([\s\S])|''|""|``/g, (all, escaped: string | undefined) => {
    if (escaped === undefined) return all[0] === quote ? quote : all
    return escaped === '%' || escaped === '_' ? all : (escapes[escaped] ?? escaped)
  })
}
