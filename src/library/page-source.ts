import type { PageSource, SourceRow } from '../contract/captured.ts'
import { CallFailure } from '../contract/failure.ts'
import { decodePage } from './fetch/decode.ts'
import { readBody } from './store/bodies.ts'
import { capturedOf } from './store/captured.ts'
import type { Store } from './store/open.ts'

/** Characters of one row: a minified page has lines of megabytes, and a window draws what is in view alone. */
const rowLength = 240
/** More rows than this are higher than a window can scroll. */
const mostRows = 1_000_000

/** A source with where its rows begin. */
interface Laid {
  readonly text: string
  /** For each row its first character, and its line: a negative number goes on with that line. */
  readonly starts: Int32Array
  readonly numbers: Int32Array
  readonly lines: number
  readonly isCut: boolean
}

/** Cuts a text into lines, and long lines into rows; never inside of one character. */
export function layOut(text: string, most = mostRows): Laid {
  const starts: number[] = []
  const numbers: number[] = []
  let [line, at] = [0, 0]
  while (at < text.length && starts.length < most) {
    line++
    const feed = text.indexOf('\n', at)
    const end = feed < 0 ? text.length : feed
    let from = at
    do {
      starts.push(from)
      numbers.push(from === at ? line : -line)
      from = rowEnd(text, from, end)
    } while (from < end && starts.length < most)
    at = from < end ? from : end + 1
  }
  const isCut = at < text.length
  return { text, starts: Int32Array.from(starts), numbers: Int32Array.from(numbers), lines: line, isCut }
}

function rowEnd(text: string, from: number, end: number): number {
  const cut = Math.min(end, from + rowLength)
  const isInside = cut < end && (text.charCodeAt(cut) & 0xfc00) === 0xdc00
  return isInside ? cut + 1 : cut
}

/** Some rows of it, without what ends a line. */
export function rowsOf({ text, starts, numbers }: Laid, from: number, count: number): SourceRow[] {
  const to = Math.min(starts.length, from + count)
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => {
    const [at, number] = [starts[from + i]!, numbers[from + i]!]
    const row = text.slice(at, Math.min(starts[from + i + 1] ?? text.length, at + rowLength + 2))
    return { line: number > 0 ? number : null, text: row.replace(/\r?\n$/, '') }
  })
}

interface Kept extends Laid {
  readonly hash: string
  readonly encoding: string
  readonly bytes: number
}

const forgetAfter = 60_000

/** Reads stored pages row by row. The last one is kept for a minute: nobody reads a page with one look. */
export class PageSources {
  readonly #store: Store
  #kept: Kept | null = null
  #timer: NodeJS.Timeout | undefined

  constructor(store: Store) {
    this.#store = store
  }

  /** Throws `CallFailure` `not-found` for a version that is not there, and `Damage` for bytes that cannot be read. */
  read(revision: number, { from, rows }: { readonly from: number; readonly rows: number }): PageSource | null {
    const captured = capturedOf(this.#store, revision)
    if (captured === undefined) throw new CallFailure('not-found', `revision ${revision}`)
    const { bodyHash } = captured
    if (bodyHash === null) return null
    const type = captured.headers.find(([name]) => name === 'content-type')?.[1] ?? null
    const source = this.#kept?.hash === `${bodyHash} ${type}` ? this.#kept : this.#open(bodyHash, type)
    if (source === null) return null
    this.#keep(source)
    const { encoding, bytes, lines, starts, isCut } = source
    return { encoding, bytes, lines, rows: starts.length, isCut, part: rowsOf(source, from, rows) }
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#kept = null
  }

  #open(hash: string, type: string | null): Kept | null {
    const body = readBody(this.#store, Buffer.from(hash, 'hex'))
    if (body === undefined) return null
    const { text, encoding } = decodePage(body, type)
    return { ...layOut(text), hash: `${hash} ${type}`, encoding, bytes: body.length }
  }

  #keep(source: Kept): void {
    this.#kept = source
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.close(), forgetAfter).unref()
  }
}
