import { closeSync, existsSync, fstatSync, openSync } from 'node:fs'
import { readAt, readWal } from './wal.ts'

const usualPageSize = 4096

/**
 * A SQLite file page by page, as its last commit left it, read without SQLite: that gives up on a file of which it
 * cannot read one page. Nothing is ever written. Format: sqlite.org/fileformat2.html.
 */
export class Pages {
  readonly size: number
  readonly count: number
  readonly #file: number
  readonly #log: number | null
  readonly #offsets: ReadonlyMap<number, number>

  /** `hasLog`: what lies beside it as its log is read too; never where anybody may have put it there. */
  constructor(path: string, hasLog = true) {
    this.#file = openSync(path, 'r')
    this.#log = hasLog && existsSync(`${path}-wal`) ? openSync(`${path}-wal`, 'r') : null
    const wal = this.#log === null ? null : readWal(this.#log, fstatSync(this.#log).size)
    this.size = wal?.pageSize ?? pageSizeOf(readAt(this.#file, 0, 100))
    this.count = wal?.count ?? Math.ceil(fstatSync(this.#file).size / this.size)
    this.#offsets = wal?.offsets ?? new Map<number, number>()
  }

  /** The bytes of a page, from 1. Throws where there is none, or the disk cannot read it. */
  read(page: number): Buffer {
    if (!Number.isSafeInteger(page) || page < 1 || page > this.count) throw new RangeError(`page ${page}`)
    const offset = this.#offsets.get(page)
    const bytes =
      offset === undefined || this.#log === null
        ? readAt(this.#file, (page - 1) * this.size, this.size)
        : readAt(this.#log, offset, this.size)
    if (bytes.length < this.size) throw new RangeError(`page ${page} is cut short`)
    return bytes
  }

  close(): void {
    closeSync(this.#file)
    if (this.#log !== null) closeSync(this.#log)
  }
}

/** The size that a file's header names, or the usual one where the header is damaged. */
function pageSizeOf(header: Buffer): number {
  if (header.length < 100) return usualPageSize
  const named = header.readUInt16BE(16)
  const size = named === 1 ? 65_536 : named
  return size >= 512 && (size & (size - 1)) === 0 ? size : usualPageSize
}
