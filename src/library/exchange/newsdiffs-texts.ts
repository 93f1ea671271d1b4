import { lstat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { differingEntries, parseCommit } from './git/commit.ts'
import type { GitObjects } from './git/objects.ts'
import { gitFolderOf, openRepository } from './git/repository.ts'
import { FileRefusal } from './read-file.ts'
import type { Opened } from './reader.ts'

/** `YYYY-MM`, `old`; empty in the first years, when all articles lay in one repository. */
const gitFolder = /^(?:[A-Za-z0-9][\w-]{0,40})?$/
const noTree = Buffer.alloc(0)
const commitName = /^[0-9a-f]{40}$/

/** The texts of NewsDiffs: git repositories in the folder `articles` beside its database, of which one is open at a time. */
export class NewsdiffsTexts {
  readonly #folder: string
  #name: string | null = null
  #objects: GitObjects | null = null

  private constructor(folder: string) {
    this.#folder = folder
  }

  /** Throws `needs-files` where there is no such folder. */
  static async beside({ path }: Opened): Promise<NewsdiffsTexts> {
    const folder = join(dirname(path), 'articles')
    if (!(await isFolder(folder)))
      throw new FileRefusal('needs-files', 'articles: the folder with the git repositories')
    return new NewsdiffsTexts(folder)
  }

  /** The bytes of an article as a commit has them. `folder`: its `git_dir`. Throws `FileRefusal`. */
  async read(folder: string, commit: string, url: string): Promise<Buffer> {
    if (!commitName.test(commit)) throw new FileRefusal('damaged', `no commit: ${commit.slice(0, 50)}`)
    const objects = await this.#open(folder)
    const path = pathOf(url)
    let id = parseCommit(found(await objects.read(commit, 'commit'), commit)).tree
    for (const name of path.split('/')) {
      const tree = await objects.read(id, 'tree')
      const entry = tree === undefined ? undefined : differingEntries(noTree, tree).fresh.get(name)
      if (entry === undefined || entry.kind === 'other') throw new FileRefusal('needs-files', `${commit}:${path}`)
      id = entry.id
    }
    return found(await objects.read(id, 'blob'), `${commit}:${path}`)
  }

  close(): void {
    this.#objects?.close()
    this.#objects = null
  }

  async #open(name: string): Promise<GitObjects> {
    if (this.#name === name && this.#objects !== null) return this.#objects
    if (!gitFolder.test(name)) throw new FileRefusal('unsafe', `git_dir ${name.slice(0, 100)}`)
    const folder = join(this.#folder, name)
    if (!(await isFolder(folder)) || gitFolderOf(folder) === undefined)
      throw new FileRefusal('needs-files', `articles/${name}`)
    this.close()
    this.#objects = (await openRepository(folder)).objects
    this.#name = name
    return this.#objects
  }
}

function found(bytes: Buffer | undefined, what: string): Buffer {
  if (bytes === undefined) throw new FileRefusal('needs-files', what)
  return bytes
}

/** A link would lead to where the file has no business. */
const isFolder = async (path: string): Promise<boolean> => (await lstat(path).catch(() => null))?.isDirectory() === true

/** The file's name is the address without `http://`; of the two slashes of `https://` a path keeps one. */
const pathOf = (url: string): string =>
  url
    .replace(/^http:\/\//, '')
    .replace(/\/+$/, '')
    .replaceAll(/\/{2,}/g, '/')
