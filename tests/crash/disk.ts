import type { Dice } from './dice.ts'
import type { Entry } from './record.ts'

/** What becomes of writes that no sync had confirmed when the power failed. */
export const fates = ['dropped', 'torn', 'kept'] as const
export type Fate = (typeof fates)[number]

/** What a disk writes in one piece. */
const sector = 512

class Inode {
  bytes: Buffer = Buffer.alloc(0)
  readonly waiting: Entry[] = []

  sync(): void {
    this.bytes = changed(this.bytes, this.waiting.splice(0))
  }

  /** The bytes after a power failure. */
  after(fate: Fate, roll: Dice): Buffer {
    return changed(
      this.bytes,
      this.waiting.flatMap((change) => survivors(change, fate, roll))
    )
  }
}

type Folder = Map<string, Inode>
type Renaming = (folder: Folder) => void

/**
 * A disk that promises as little as POSIX does: bytes and lengths are safe after a sync of their file, names after a sync
 * of their folder, and whatever was not synced may be there, in any part of it and in any order, or not.
 */
export class Disk {
  readonly #names: Folder = new Map()
  readonly #safe: Folder = new Map()
  readonly #renamings: Renaming[] = []

  play(entry: Entry): void {
    const { kind, name, data } = entry
    if (kind === 'O') this.#name(bind(name, new Inode()))
    else if (kind === 'U') this.#name((folder) => void folder.delete(name))
    else if (kind === 'R') this.#name(move(name, data.toString()))
    else if (kind === 'D') for (const renaming of this.#renamings.splice(0)) renaming(this.#safe)
    else if (kind === 'S') this.#names.get(name)!.sync()
    else if (kind !== 'A') this.#names.get(name)!.waiting.push(entry)
  }

  /** The files that are found after a power failure. */
  fail(fate: Fate, roll: Dice): Map<string, Buffer> {
    const folder = new Map(this.#safe)
    for (const renaming of this.#renamings) if (fate === 'kept' || (fate === 'torn' && roll(2) === 0)) renaming(folder)
    return new Map([...folder].map(([name, inode]) => [name, inode.after(fate, roll)]))
  }

  #name(renaming: Renaming): void {
    renaming(this.#names)
    this.#renamings.push(renaming)
  }
}

const bind =
  (name: string, inode: Inode): Renaming =>
  (folder) =>
    void folder.set(name, inode)

const move =
  (from: string, to: string): Renaming =>
  (folder) => {
    const inode = folder.get(from)
    folder.delete(from)
    if (inode !== undefined) folder.set(to, inode)
  }

/** The parts of a change that reached the disk: all, none, or any of the sectors it touches. */
function survivors(change: Entry, fate: Fate, roll: Dice): Entry[] {
  if (fate !== 'torn') return fate === 'kept' ? [change] : []
  if (change.kind === 'T') return roll(2) === 0 ? [change] : []
  const parts: Entry[] = []
  for (let at = 0; at < change.data.length;) {
    const end = at + sector - ((change.place + at) % sector)
    if (roll(5) < 3) parts.push({ ...change, place: change.place + at, data: change.data.subarray(at, end) })
    at = end
  }
  return parts
}

/** A file's bytes after changes in their order. */
function changed(bytes: Buffer, changes: readonly Entry[]): Buffer {
  const ends = changes.map(({ place, data }) => place + data.length)
  const after = Buffer.alloc(Math.max(bytes.length, ...ends))
  bytes.copy(after)
  let length = bytes.length
  for (const { kind, place, data } of changes) {
    if (kind === 'T') after.fill(0, place, Math.max(place, length))
    else data.copy(after, place)
    length = kind === 'T' ? place : Math.max(length, place + data.length)
  }
  return after.subarray(0, length)
}
