import { FileRefusal } from './read-file.ts'
import { longestRow } from './groups.ts'

/** A row of a table has values, and no trees of them. */
const mostBrackets = 100
const mostValues = 1000

/** A row, and the name that its table has in the file. */
export interface JsonRow {
  readonly table: string
  readonly row: unknown
}

/**
 * Reads the rows out of JSON that is an object with an array of rows for each table (RFC 8259), as it comes: no more than
 * one row is in memory. Throws `FileRefusal`: `damaged`, `too-large`, and `truncated` where it ends early, after all rows
 * before that.
 */
export async function* jsonRows(parts: AsyncIterable<Buffer>): AsyncGenerator<JsonRow> {
  const decoder = new TextDecoder()
  const scanner = new Scanner()
  for await (const part of parts) yield* scanner.rows(decoder.decode(part, { stream: true }))
  scanner.end()
}

/** Where in the nesting something stands: the object of all tables, the rows of one, a row. */
const inTables = 1
const inRows = 2

class Scanner {
  #text = ''
  #at = 0
  #depth = 0
  #isDone = false
  /** Where the text that is read begins, within quotes; -1 outside. */
  #quote = -1
  #row = -1
  #table: string | null = null
  #name = ''
  #brackets = 0
  #values = 0

  end(): void {
    if (!this.#isDone) throw new FileRefusal('truncated', 'JSON')
  }

  *rows(part: string): Generator<JsonRow> {
    this.#keep(part)
    for (let mark = this.#next(); mark !== ''; mark = this.#next()) {
      if (mark === '"') this.#unquote()
      else if (mark === '{' || mark === '[') this.#open(mark)
      else if (mark === ',') this.#values += 1
      else {
        const row = this.#close()
        if (row !== null) yield row
      }
      if (this.#brackets > mostBrackets || this.#values > mostValues)
        throw new FileRefusal('damaged', `a row of ${this.#table} that is no plain row`)
    }
  }

  /** Of what was read, what belongs to a row or name that has no end yet is kept. */
  #keep(part: string): void {
    const from = Math.min(...[this.#row, this.#quote].filter((place) => place >= 0), this.#at)
    if (this.#text.length - from > longestRow) throw new FileRefusal('too-large', `a row of ${this.#table}`)
    this.#text = this.#text.slice(from) + part
    this.#at -= from
    if (this.#row >= 0) this.#row -= from
    if (this.#quote >= 0) this.#quote -= from
  }

  /** Goes on to the next mark that means something, and answers it; '' where more text is needed. */
  #next(): string {
    for (;;) {
      const marks = this.#quote >= 0 ? /["\\]/g : /["{}[\],]/g
      marks.lastIndex = this.#at
      const found = marks.exec(this.#text)
      // The character after a backslash is to be read with it.
      if (found === null || (found[0] === '\\' && found.index + 1 >= this.#text.length)) {
        this.#at = found?.index ?? this.#text.length
        return ''
      }
      this.#at = found.index + (found[0] === '\\' ? 2 : 1)
      if (found[0] !== '\\') return found[0]
    }
  }

  #unquote(): void {
    if (this.#quote < 0) {
      this.#quote = this.#at - 1
      return
    }
    if (this.#depth === inTables) this.#name = String(parsed(this.#text.slice(this.#quote, this.#at)))
    this.#quote = -1
  }

  #open(mark: string): void {
    if (this.#isDone || (this.#depth === 0 && mark === '[')) throw new FileRefusal('damaged', 'JSON')
    if (this.#depth === inTables) this.#table = mark === '[' ? this.#name : null
    if (this.#depth === inRows) {
      this.#row = this.#table === null ? -1 : this.#at - 1
      this.#brackets = 0
      this.#values = 0
    }
    this.#depth += 1
    if (this.#row >= 0) this.#brackets += 1
  }

  #close(): JsonRow | null {
    this.#depth -= 1
    if (this.#depth < 0) throw new FileRefusal('damaged', 'JSON')
    if (this.#depth === 0) this.#isDone = true
    if (this.#depth === inTables) this.#table = null
    if (this.#depth !== inRows || this.#row < 0 || this.#table === null) {
      if (this.#depth <= inRows) this.#values = 0
      return null
    }
    const row = parsed(this.#text.slice(this.#row, this.#at))
    this.#row = -1
    this.#brackets = 0
    this.#values = 0
    return { table: this.#table, row }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new FileRefusal('damaged', 'JSON')
  }
}
