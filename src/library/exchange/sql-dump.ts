import { copiedValue, valueOf } from './dump-values.ts'
import { FileRefusal } from './read-file.ts'
import { SqlTokens, type Token } from './sql-tokens.ts'

/** A row of a table as a dump has it: the columns that were wanted, in that order. */
export interface DumpRow {
  /** Without the schema, in lower case. */
  readonly table: string
  readonly values: readonly (string | Buffer | null)[]
}

/** Which tables of a dump are wanted, and their columns; those that a table cannot do without come first. */
export type Wanted = Readonly<Record<string, { readonly needs: readonly string[]; readonly may?: readonly string[] }>>

const mostColumns = 500

/**
 * Reads the rows out of a dump as mysqldump (INSERT statements) or pg_dump (COPY blocks) write it, SQLite's `.dump` too.
 * A dump is text: nothing of it is ever executed. Throws `FileRefusal`: `wrong-schema` naming the column that is missing,
 * `too-large`, `damaged`, and `truncated` where it ends within a statement, after all rows before that.
 */
export async function* readDump(parts: AsyncIterable<Buffer>, wanted: Wanted): AsyncGenerator<DumpRow> {
  let head = ''
  let reader: DumpReader | undefined
  for await (const part of parts) {
    const text = part.toString('latin1')
    head += reader === undefined ? text : ''
    if (reader === undefined && head.length < headSize) continue
    yield* (reader ??= new DumpReader(head, wanted)).rows(head === '' ? text : head)
    head = ''
  }
  yield* (reader ?? new DumpReader(head, wanted)).last(head)
}

/** So much of a dump tells whose it is. */
const headSize = 4096

class DumpReader {
  readonly #tokens: SqlTokens
  readonly #rows: Generator<DumpRow | null>
  #endsLine = false

  constructor(head: string, wanted: Wanted) {
    this.#tokens = new SqlTokens(!isStandard(head))
    this.#rows = new Statements(this.#tokens, wanted).rows()
  }

  /** The rows that are whole with this text. */
  *rows(text: string): Generator<DumpRow> {
    this.#tokens.push(text)
    this.#endsLine = text.endsWith('\n')
    for (let next = this.#rows.next(); next.done !== true; next = this.#rows.next()) {
      if (next.value === null) return
      yield next.value
    }
  }

  *last(text: string): Generator<DumpRow> {
    yield* this.rows(text)
    this.#tokens.end()
    yield* this.rows(this.#endsLine ? '' : '\n')
  }
}

/** pg_dump and SQLite keep to the standard, in which a backslash is a character like others. */
const isStandard = (head: string): boolean =>
  /PostgreSQL database dump|^PRAGMA foreign_keys/.test(head.slice(0, headSize))

/** Parses statements from tokens; yields null where it needs more of them. */
class Statements {
  readonly #tokens: SqlTokens
  readonly #wanted: Wanted
  /** The columns of tables as CREATE TABLE had them. */
  readonly #columns = new Map<string, readonly string[]>()

  constructor(tokens: SqlTokens, wanted: Wanted) {
    this.#tokens = tokens
    this.#wanted = wanted
  }

  *rows(): Generator<DumpRow | null> {
    for (;;) {
      let token = this.#tokens.next()
      while (token === null) {
        if (this.#tokens.isEnded) return
        yield null
        token = this.#tokens.next()
      }
      const keyword = token.kind === 'word' ? token.text.toUpperCase() : ''
      if (keyword === 'INSERT' || keyword === 'REPLACE') yield* this.#insert()
      else if (keyword === 'CREATE') yield* this.#create()
      else if (keyword === 'COPY') yield* this.#copy()
      else if (token.text !== ';' || token.kind !== 'mark') yield* this.#toEnd()
    }
  }

  *#token(): Generator<null, Token> {
    for (let token = this.#tokens.next(); ; token = this.#tokens.next()) {
      if (token !== null) return token
      if (this.#tokens.isEnded) throw new FileRefusal('truncated', 'it ends within a statement')
      yield null
    }
  }

  *#toEnd(): Generator<null> {
    while (!isMark(yield* this.#token(), ';'));
  }

  /** `[schema.]table`; the words before it are left out. */
  *#tableName(noise: RegExp): Generator<null, { name: string; after: Token }> {
    let token = yield* this.#token()
    while (token.kind === 'word' && noise.test(token.text)) token = yield* this.#token()
    let name = token.text
    let after = yield* this.#token()
    while (name.endsWith('.') || (after.kind === 'word' && after.text.startsWith('.'))) {
      // `schema`.`table`, schema."table", `schema`.table
      if (name.endsWith('.')) name = after.text
      else name = after.text === '.' ? (yield* this.#token()).text : after.text.slice(1)
      after = yield* this.#token()
    }
    return { name: name.slice(name.lastIndexOf('.') + 1).toLowerCase(), after }
  }

  /** Names in brackets, the opening one read before. */
  *#names(): Generator<null, string[]> {
    const names: string[] = []
    for (;;) {
      const token = yield* this.#token()
      if (isMark(token, ')')) return names
      if (token.kind === 'mark') continue
      names.push(token.text.toLowerCase())
      if (names.length > mostColumns) throw new FileRefusal('damaged', 'too many columns')
    }
  }

  *#create(): Generator<null> {
    const kind = yield* this.#token()
    if (kind.kind !== 'word' || kind.text.toUpperCase() !== 'TABLE') return yield* this.#toEnd()
    const { name, after } = yield* this.#tableName(/^(IF|NOT|EXISTS)$/i)
    if (!isMark(after, '(')) return isMark(after, ';') ? undefined : yield* this.#toEnd()
    const columns: string[] = []
    let isFirst = true
    for (let depth = 1; depth > 0;) {
      const token = yield* this.#token()
      if (depth === 1 && isFirst && token.kind !== 'mark' && !isConstraint(token))
        columns.push(token.text.toLowerCase())
      if (columns.length > mostColumns) throw new FileRefusal('damaged', 'too many columns')
      isFirst = depth === 1 && isMark(token, ',')
      if (isMark(token, '(')) depth++
      else if (isMark(token, ')')) depth--
    }
    this.#columns.set(name, columns)
    yield* this.#toEnd()
  }

  *#insert(): Generator<DumpRow | null> {
    let { name, after } = yield* this.#tableName(/^(INTO|IGNORE|LOW_PRIORITY|DELAYED)$/i)
    let columns = this.#columns.get(name)
    if (isMark(after, '(')) {
      columns = yield* this.#names()
      after = yield* this.#token()
    }
    const pick = this.#pick(name, columns)
    while (after.kind !== 'word' || after.text.toUpperCase() !== 'VALUES') {
      // Anything else than plain values says nothing of a row.
      if (isMark(after, ';')) return
      after = yield* this.#token()
    }
    for (;;) {
      const token = yield* this.#token()
      if (isMark(token, ';')) return
      if (isMark(token, ',')) continue
      if (!isMark(token, '(')) return yield* this.#toEnd()
      const values = yield* this.#tuple(name)
      if (pick === null) continue
      if (values.length !== columns?.length) throw new FileRefusal('damaged', `a row of ${name} has other columns`)
      yield { table: name, values: pick(values) }
    }
  }

  *#tuple(table: string): Generator<null, (string | Buffer | null)[]> {
    const values: (string | Buffer | null)[] = []
    for (;;) {
      let token = yield* this.#token()
      // The character set of a text (`_binary 'x'`); X'00' is read below.
      while (token.kind === 'word' && /^(_\w+|[EN])$/.test(token.text)) token = yield* this.#token()
      if (token.kind === 'word' && /^X$/i.test(token.text)) values.push(Buffer.from((yield* this.#token()).text, 'hex'))
      else if (token.kind === 'mark') throw new FileRefusal('damaged', `a row of ${table} holds no plain values`)
      else values.push(valueOf(token))
      const after = yield* this.#token()
      if (isMark(after, ')')) return values
      if (!isMark(after, ',') || values.length > mostColumns)
        throw new FileRefusal('damaged', `a row of ${table} holds no plain values`)
    }
  }

  *#copy(): Generator<DumpRow | null> {
    let { name, after } = yield* this.#tableName(/^ONLY$/i)
    let columns = this.#columns.get(name)
    if (isMark(after, '(')) columns = yield* this.#names()
    if (!isMark(after, ';')) yield* this.#toEnd()
    const pick = this.#pick(name, columns)
    this.#tokens.line()
    for (;;) {
      const line = this.#tokens.line()
      if (line === null) {
        if (this.#tokens.isEnded) throw new FileRefusal('truncated', `${name} has no end`)
        yield null
        continue
      }
      if (line === '\\.') return
      if (pick === null) continue
      const values = line.split('\t').map(copiedValue)
      if (values.length !== columns?.length) throw new FileRefusal('damaged', `a row of ${name} has other columns`)
      yield { table: name, values: pick(values) }
    }
  }

  /** What takes the wanted columns of a row; null for a table that is not wanted. */
  #pick(table: string, columns: readonly string[] | undefined): (<V>(values: readonly V[]) => (V | null)[]) | null {
    const wish = Object.hasOwn(this.#wanted, table) ? this.#wanted[table] : undefined
    if (wish === undefined) return null
    if (columns === undefined) throw new FileRefusal('wrong-schema', `${table}: its columns are not named`)
    const missing = wish.needs.find((column) => !columns.includes(column))
    if (missing !== undefined) throw new FileRefusal('wrong-schema', `${table}.${missing}`)
    const places = [...wish.needs, ...(wish.may ?? [])].map((column) => columns.indexOf(column))
    return (values) => places.map((place) => values[place] ?? null)
  }
}

const isMark = ({ kind, text }: Token, mark: string): boolean => kind === 'mark' && text === mark

const isConstraint = ({ kind, text }: Token): boolean =>
  kind === 'word' && /^(PRIMARY|KEY|UNIQUE|INDEX|CONSTRAINT|FULLTEXT|SPATIAL|CHECK|FOREIGN|EXCLUDE|LIKE)$/i.test(text)
