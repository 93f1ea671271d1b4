import { statfs } from 'node:fs/promises'

/** Below this many free bytes nothing new is stored: a full disk can make even deleting and closing fail. */
export const leastFree = 200_000_000

/** How many bytes the disk of a folder has left for us. Throws what the file system says. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** Free space, asked for at most every few seconds. */
export class Space {
  readonly #folder: string
  readonly #free: (folder: string) => Promise<number>
  #known: { readonly bytes: number; readonly at: number } | null = null

  constructor(folder: string, free: (folder: string) => Promise<number> = freeBytes) {
    this.#folder = folder
    this.#free = free
  }

  /** Free bytes, as they were at most `maxAge` milliseconds ago. A disk that does not tell has enough. */
  async bytes(maxAge = 3000): Promise<number> {
    const now = performance.now()
    if (this.#known !== null && now - this.#known.at <= maxAge) return this.#known.bytes
    const bytes = await this.#free(this.#folder).catch(() => Number.MAX_SAFE_INTEGER)
    this.#known = { bytes, at: now }
    return bytes
  }
}
