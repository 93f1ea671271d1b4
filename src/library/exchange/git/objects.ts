import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, realpathSync } from 'node:fs'
import { join, sep } from 'node:path'
import { FileRefusal } from '../read-file.ts'
import { readNoLink } from '../tree.ts'
import { Cache } from './cache.ts'
import { inflateNoMore, largestObject, objectTypes, Pack, type GitObject, type ObjectType } from './pack.ts'

/** In bytes: enough for a chain of fifty versions of a page. */
const cached = 24_000_000
const mostPacks = 1000

/** The objects of a repository, packed and loose; every one is what its id says, by its SHA-1. */
export class GitObjects {
  readonly #folder: string
  readonly #packs: readonly Pack[]

  private constructor(folder: string, packs: readonly Pack[]) {
    this.#folder = folder
    this.#packs = packs
  }

  /** Throws `FileRefusal`: `unsafe` where objects lie, or are said to lie, outside of the repository. */
  static open(gitFolder: string): GitObjects {
    const folder = join(gitFolder, 'objects')
    if (exists(join(folder, 'info', 'alternates'))) throw new FileRefusal('unsafe', 'objects/info/alternates')
    for (const name of exists(folder) ? readdirSync(folder) : [])
      if (lstatSync(join(folder, name)).isSymbolicLink()) throw new FileRefusal('unsafe', `objects/${name} is a link`)
    return new GitObjects(folder, openPacks(join(folder, 'pack')))
  }

  close(): void {
    for (const pack of this.#packs) pack.close()
  }

  /**
   * An object of this type; undefined where the repository has none of that id, as in a partial clone. Throws
   * `FileRefusal` `damaged`, `too-large` or `unsafe`, with the id.
   */
  async read(id: string, type: ObjectType): Promise<Buffer | undefined> {
    try {
      const found = this.#packed(id, 0) ?? (await this.#loose(id))
      if (found === undefined) return undefined
      const hash = createHash('sha1').update(`${found.type} ${found.data.length}\0`).update(found.data).digest('hex')
      if (found.type !== type || hash !== id) throw new FileRefusal('damaged', `not the ${type} that it is called`)
      return found.data
    } catch (error) {
      if (error instanceof FileRefusal) throw new FileRefusal(error.code, `${id}: ${error.detail}`)
      throw error
    }
  }

  #packed(id: string, depth: number): GitObject | undefined {
    if (depth > 10) throw new FileRefusal('unsafe', 'a chain of deltas through packs')
    for (const pack of this.#packs) {
      const found = pack.read(id, (base) => this.#packed(base, depth + 1))
      if (found !== undefined) return found
    }
    return undefined
  }

  async #loose(id: string): Promise<GitObject | undefined> {
    const path = join(this.#folder, id.slice(0, 2), id.slice(2))
    if (!exists(path)) return undefined
    const bytes = inflateNoMore(await readNoLink(path, largestObject), largestObject + 32)
    const end = bytes.indexOf(0)
    const [type, size] = bytes
      .subarray(0, Math.max(0, Math.min(end, 32)))
      .toString('latin1')
      .split(' ')
    const known = objectTypes.find((one) => one === type)
    const data = bytes.subarray(end + 1)
    if (known === undefined || Number(size) !== data.length) throw new FileRefusal('damaged', 'a loose object')
    return { type: known, data }
  }
}

function openPacks(folder: string): Pack[] {
  const cache = new Cache<GitObject>(cached)
  const names = exists(folder) ? readdirSync(folder).filter((name) => /^pack-[0-9a-f]+\.idx$/.test(name)) : []
  if (names.length > mostPacks) throw new FileRefusal('too-large', `${names.length} packs`)
  return names.flatMap((name) => {
    const [index, pack] = [join(folder, name), join(folder, name.replace(/idx$/, 'pack'))]
    if (!exists(pack)) return []
    for (const path of [index, pack])
      if (!lstatSync(path).isFile()) throw new FileRefusal('unsafe', `${name} is a link`)
    return [new Pack(index, pack, cache)]
  })
}

export function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

/** Whether a path, all links followed, lies in a folder. */
export function liesIn(folder: string, path: string): boolean {
  return realpathSync(path).startsWith(realpathSync(folder) + sep)
}
