import type { State } from './document.ts'
import { FileRefusal } from './read-file.ts'
import type { Found } from './reader.ts'
import type { Group, Row, Value } from './groups.ts'

type Refused = Extract<Found, { kind: 'refused' }>

/** What became of the rows of a group: states, and the rows that were refused. */
export interface Read {
  readonly states: readonly State[]
  readonly refused: readonly Refused[]
}

/** Reads the rows of a group one by one; a row for which `read` throws `FileRefusal` is refused, null leaves it out. */
export async function readRows(
  { rows, refused }: Group,
  record: (row: Row) => string,
  read: (row: Row) => State | null | Promise<State | null>
): Promise<Read> {
  const states: State[] = []
  const bad: Refused[] = refused.map(({ id, code, detail }) => ({ kind: 'refused', record: `row ${id}`, code, detail }))
  for (const row of rows) {
    try {
      const state = await read(row)
      if (state !== null) states.push(state)
    } catch (error) {
      if (!(error instanceof FileRefusal)) throw error
      bad.push({ kind: 'refused', record: record(row).slice(0, 200), code: error.code, detail: error.detail })
    }
  }
  return { states, refused: bad }
}

/** A value of a row as text; null where it is none, or nothing but white space. */
export function textOf(value: Value | undefined): string | null {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  const text = Buffer.isBuffer(value) ? value.toString('utf8') : (value ?? '')
  return text.trim() === '' ? null : text
}

/** The same as `textOf`, '' for null. */
export const wordsOf = (value: Value | undefined): string => textOf(value) ?? ''
