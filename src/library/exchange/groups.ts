import { breathe } from '../slices.ts'
import { FileRefusal } from './read-file.ts'
import { namedErrors } from './sqlite-errors.ts'

/** In bytes; the values of a row that has more together are not read. The longest pages known have a few MB. */
export const longestRow = 8_000_000
/** So much of one group is held in memory; a larger one comes in parts. */
const mostRows = 2000
const mostBytes = 8_000_000

export type Value = string | number | bigint | Buffer | null
export type Row = Readonly<Record<string, Value>>

/** Rows of a table that have a value in common, in order; a large group comes in several parts. */
export interface Group {
  readonly key: string | number | null
  readonly rows: readonly Row[]
  /** What could not be read, by rowid. */
  readonly refused: readonly { readonly id: number; readonly code: 'too-large' | 'damaged'; readonly detail: string }[]
}

/** A row's rowid, and the value that its group shares. */
export type RowKey = readonly [id: number, key: string | number | null]

/** Cuts rows, which come in the order of their keys, into groups; lets others work in between, until `signal` ends it. */
export async function* groupsOf(
  keys: Iterator<RowKey>,
  read: (id: number) => Row | undefined,
  signal: AbortSignal
): AsyncGenerator<Group> {
  let part = newPart(null)
  let since = performance.now()
  for (let next = namedErrors(() => keys.next()); next.done !== true; next = namedErrors(() => keys.next())) {
    const [id, key] = next.value
    if (key !== part.key || isFull(part)) {
      if (!isEmpty(part)) yield part
      part = newPart(key)
    }
    addTo(part, id, () => read(id))
    if (performance.now() - since < 8) continue
    await breathe()
    signal.throwIfAborted()
    since = performance.now()
  }
  if (!isEmpty(part)) yield part
}

interface Part {
  readonly key: string | number | null
  readonly rows: Row[]
  readonly refused: Group['refused'][number][]
  bytes: number
}

const newPart = (key: Part['key']): Part => ({ key, rows: [], refused: [], bytes: 0 })
const isEmpty = ({ rows, refused }: Part): boolean => rows.length === 0 && refused.length === 0
const isFull = ({ rows, refused, bytes }: Part): boolean =>
  bytes > mostBytes || rows.length + refused.length >= mostRows

function addTo(part: Part, id: number, read: () => Row | undefined): void {
  try {
    const row = namedErrors(read)
    if (row === undefined) throw new FileRefusal('damaged', 'the row cannot be found')
    const size = Number(row['#size'])
    if (size > longestRow) throw new FileRefusal('too-large', `${size} bytes`)
    part.bytes += size
    part.rows.push(row)
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error
    part.refused.push({ id, code: error.code === 'too-large' ? 'too-large' : 'damaged', detail: error.detail })
  }
}
