import { FileRefusal } from '../read-file.ts'
import { breathe } from '../../slices.ts'
import { TreeChanges, type FileChange } from './changes.ts'
import { parseCommit, type Commit } from './commit.ts'
import type { Repository } from './repository.ts'

/** One commit that wrote or removed a file. */
export interface FileVersion {
  readonly commit: string
  /** Its name then. */
  readonly path: string
  /** The id of its text; null where it was removed. */
  readonly blob: string | null
}

export interface FileHistory {
  /** Its name now, or before it was removed. */
  path: string
  /** In the order of the commits. */
  readonly versions: FileVersion[]
}

export interface Histories {
  readonly files: readonly FileHistory[]
  /** Names that no file may have. */
  readonly unsafe: readonly string[]
  /** Why not everything was read: commits whose trees are broken or missing, and where the branch was cut. */
  readonly refused: readonly RefusedCommit[]
}

interface RefusedCommit {
  readonly commit: string
  readonly why: FileRefusal
}

const mostCommits = 200_000
const mostVersions = 400_000

interface Wanted {
  readonly repository: Repository
  readonly wants: (path: string) => boolean
  readonly signal: AbortSignal
}

/**
 * The histories of files along the branch that is checked out, by first parents: what was merged counts as it came in. A
 * file that got another name and kept its text goes on under it. Only ids are kept in memory.
 */
export async function fileHistories({ repository, wants, signal }: Wanted): Promise<Histories> {
  const { commits, cut } = await chainOf(repository, signal)
  const trees = new TreeChanges(repository.objects)
  const gathered = new Gathered()
  const refused: RefusedCommit[] = cut === null ? [] : [cut]
  let tree: string | null = null
  for (const [i, id] of commits.reverse().entries()) {
    if (await breathesEvery(i)) signal.throwIfAborted()
    const commit = (await readCommit(repository, id))!
    try {
      const changes = await trees.between(tree, commit.tree)
      tree = commit.tree
      gathered.add(
        id,
        changes.filter(({ path }) => wants(path))
      )
    } catch (error) {
      if (!(error instanceof FileRefusal) || refused.length >= mostRefused || !isOfOne(error)) throw error
      refused.push({ commit: id, why: error })
    }
  }
  return { files: gathered.files, unsafe: [...trees.unsafe], refused }
}

const mostRefused = 1000

/** What is wrong with one commit alone; the others go on without it. */
const isOfOne = ({ code }: FileRefusal): boolean => code === 'damaged' || code === 'needs-files' || code === 'truncated'

/** Others are let in now and then. */
async function breathesEvery(count: number): Promise<boolean> {
  if (count % 200 !== 0) return false
  await breathe()
  return true
}

/** A commit; undefined where the repository has it not. Throws `FileRefusal`. */
export async function readCommit({ objects }: Repository, id: string): Promise<Commit | undefined> {
  const bytes = await objects.read(id, 'commit')
  return bytes === undefined ? undefined : parseCommit(bytes)
}

/** The commits of the branch, the newest first. */
async function chainOf(repository: Repository, signal: AbortSignal) {
  const commits: string[] = []
  const cutAt = (commit: string, code: FileRefusal['code'], detail: string) => ({
    commits,
    cut: { commit, why: new FileRefusal(code, detail) }
  })
  let next: string | undefined = repository.head
  while (next !== undefined) {
    if (await breathesEvery(commits.length)) signal.throwIfAborted()
    if (commits.length === mostCommits)
      return cutAt(next, 'too-large', `only the newest ${mostCommits} commits are read`)
    const commit: Commit | undefined = await readCommit(repository, next)
    if (commit === undefined) return cutAt(next, 'truncated', 'it is missing, and all before it')
    commits.push(next)
    next = repository.shallow.has(next) ? undefined : commit.parents[0]
  }
  return { commits, cut: null }
}

class Gathered {
  readonly files: FileHistory[] = []
  readonly #now = new Map<string, FileHistory>()
  #versions = 0

  add(commit: string, changes: readonly FileChange[]): void {
    this.#versions += changes.length
    if (this.#versions > mostVersions) throw new FileRefusal('too-large', `more than ${mostVersions} versions`)
    const renamed = this.#rename(changes)
    for (const { path, after } of changes) {
      if (renamed.has(path)) continue
      this.#at(path).versions.push({ commit, path, blob: after })
    }
  }

  #at(path: string): FileHistory {
    const known = this.#now.get(path)
    if (known !== undefined) return known
    const file = { path, versions: [] }
    this.files.push(file)
    this.#now.set(path, file)
    return file
  }

  /** A text that left one name and came under another in one commit was renamed; returns both names of each. */
  #rename(changes: readonly FileChange[]): Set<string> {
    const left = new Map(changes.filter(({ after }) => after === null).map(({ path, before }) => [before, path]))
    const names = new Set<string>()
    for (const { path, before, after } of changes) {
      const from = before === null ? left.get(after) : undefined
      if (from === undefined) continue
      left.delete(after)
      const file = this.#at(from)
      this.#now.delete(from)
      file.path = path
      this.#now.set(path, file)
      names.add(from).add(path)
    }
    return names
  }
}
