import { readFileSync } from 'node:fs'

/** One entry of what shim.c wrote down; `kind` is its letter there. */
export interface Entry {
  readonly kind: 'O' | 'W' | 'T' | 'S' | 'D' | 'U' | 'R' | 'A'
  /** The file's name within its folder. */
  readonly name: string
  /** Where the bytes went, or the new length of the file. */
  readonly place: number
  readonly data: Buffer
}

const headSize = 19

/** Reads a record. The last entry may be cut short where the process was killed; it is then left out. */
export function readRecord(path: string): Entry[] {
  const bytes = readFileSync(path)
  const entries: Entry[] = []
  for (let at = 0; at + headSize <= bytes.length;) {
    const nameEnd = at + headSize + bytes.readUInt16LE(at + 1)
    const end = nameEnd + Number(bytes.readBigUInt64LE(at + 3))
    if (end > bytes.length) break
    entries.push({
      kind: bytes.toString('latin1', at, at + 1) as Entry['kind'],
      name: bytes.toString('utf8', at + headSize, nameEnd),
      place: Number(bytes.readBigUInt64LE(at + 11)),
      data: bytes.subarray(nameEnd, end)
    })
    at = end
  }
  return entries
}
