import { FileRefusal } from '../read-file.ts'
import { Cache } from './cache.ts'
import { differingEntries, isUnsafeName, type TreeEntry } from './commit.ts'
import type { GitObjects } from './objects.ts'

/** What a commit did to one file: the ids of its text before and after, null where there was none. */
export interface FileChange {
  readonly path: string
  readonly before: string | null
  readonly after: string | null
}

const deepest = 40
/** Entries of trees that are looked at in all: a tree whose folders repeat can name more files than there are atoms. */
const mostEntries = 50_000_000
const mostChanges = 100_000

/** In bytes; most trees of one commit are those of the one before. */
const cached = 5_000_000
const nothing = Buffer.alloc(0)

/** Tells which files differ between trees, without looking into folders that do not. */
export class TreeChanges {
  readonly #objects: GitObjects
  readonly #trees = new Cache<Buffer>(cached)
  #looked = 0
  /** Names that no file may have, each once; their files are left out. */
  readonly unsafe = new Set<string>()

  constructor(objects: GitObjects) {
    this.#objects = objects
  }

  /** The files that differ, in no particular order. Throws `FileRefusal`. */
  async between(before: string | null, after: string | null): Promise<FileChange[]> {
    const changes: FileChange[] = []
    await this.#folder({ before, after, path: '', depth: 0 }, changes)
    return changes
  }

  async #folder(pair: FileChange & { readonly depth: number }, changes: FileChange[]): Promise<void> {
    const { before, after, path, depth } = pair
    if (depth > deepest) throw new FileRefusal('unsafe', `more than ${deepest} folders deep`)
    const { old, fresh } = differingEntries(await this.#tree(before), await this.#tree(after))
    this.#looked += old.size + fresh.size + 1
    if (this.#looked > mostEntries || changes.length > mostChanges) throw new FileRefusal('unsafe', 'trees without end')
    for (const name of new Set([...old.keys(), ...fresh.keys()])) {
      const [was, is] = [old.get(name), fresh.get(name)]
      if (was?.id === is?.id && was?.kind === is?.kind) continue
      const inner = path === '' ? name : `${path}/${name}`
      if (isUnsafeName(name)) {
        if (this.unsafe.size < 1000) this.unsafe.add(JSON.stringify(inner).slice(0, 300))
        continue
      }
      const pick = (kind: TreeEntry['kind']) => ({
        before: was?.kind === kind ? was.id : null,
        after: is?.kind === kind ? is.id : null
      })
      const [file, folder] = [pick('file'), pick('folder')]
      if (file.before !== file.after) changes.push({ path: inner, ...file })
      if (folder.before !== folder.after) await this.#folder({ path: inner, depth: depth + 1, ...folder }, changes)
    }
  }

  async #tree(id: string | null): Promise<Buffer> {
    if (id === null) return nothing
    const known = this.#trees.get(id)
    if (known !== undefined) return known
    const bytes = await this.#objects.read(id, 'tree')
    if (bytes === undefined) throw new FileRefusal('needs-files', `the tree ${id}`)
    this.#trees.set(id, bytes, bytes.length + 100)
    return bytes
  }
}
