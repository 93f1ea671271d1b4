import { lstatSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { FileRefusal } from '../read-file.ts'
import { readNoLink } from '../tree.ts'
import { exists, GitObjects, liesIn } from './objects.ts'

/** In bytes. Some repositories have a hundred thousand tags. */
const largestRefs = 50_000_000

/** A repository that is read and never run: neither its configuration nor its hooks are looked at. */
export interface Repository {
  /** What a person calls it: the name of its folder. */
  readonly name: string
  readonly objects: GitObjects
  /** The commit that is checked out. */
  readonly head: string
  /** Commits whose parents were left out of a shallow clone. */
  readonly shallow: ReadonlySet<string>
}

/** The folder with a repository's own files: `.git` inside, or the folder itself where it is bare; undefined for neither. */
export function gitFolderOf(path: string): string | undefined {
  if (exists(join(path, '.git'))) return join(path, '.git')
  return ['HEAD', 'objects', 'refs'].every((name) => exists(join(path, name))) ? path : undefined
}

/**
 * Opens a repository. Throws `FileRefusal`: `unsafe` where it points to objects outside of its folder (a worktree, a
 * submodule, alternates, links), `newer-format` for SHA-256 and reftables, `empty` without a commit.
 */
export async function openRepository(path: string): Promise<Repository> {
  const folder = gitFolderOf(path)!
  if (!lstatSync(folder).isDirectory()) throw new FileRefusal('unsafe', '.git points to another folder')
  for (const name of ['commondir', 'gitdir'])
    if (exists(join(folder, name))) throw new FileRefusal('unsafe', `${name} points to another folder`)
  if (exists(join(folder, 'reftable'))) throw new FileRefusal('newer-format', 'reftable')
  for (const name of ['HEAD', 'objects', 'refs'])
    if (!exists(join(folder, name)) || !liesIn(folder, join(folder, name))) throw new FileRefusal('unsafe', name)
  const head = await readHead(folder)
  const shallow = exists(join(folder, 'shallow')) ? await readText(folder, 'shallow') : ''
  const name = basename(folder) === '.git' ? basename(dirname(folder)) : basename(folder).replace(/\.git$/, '')
  return { name, head, objects: GitObjects.open(folder), shallow: new Set(shallow.split(/\s+/)) }
}

async function readHead(folder: string): Promise<string> {
  const head = (await readText(folder, 'HEAD')).trim()
  const ref = /^ref: (refs\/[^\s\\]{1,1000})$/.exec(head)?.[1]
  const id = ref === undefined ? head : await readRef(folder, ref)
  if (id === undefined) throw new FileRefusal('empty', 'no commit')
  if (/^[0-9a-f]{64}$/.test(id)) throw new FileRefusal('newer-format', 'SHA-256')
  if (!/^[0-9a-f]{40}$/.test(id)) throw new FileRefusal('damaged', 'HEAD')
  return id
}

/** A branch that has a file of its own, or stands in the list of all. */
async function readRef(folder: string, ref: string): Promise<string | undefined> {
  if (ref.split('/').some((part) => part === '' || part.startsWith('.'))) throw new FileRefusal('unsafe', ref)
  if (exists(join(folder, ref))) return (await readText(folder, ref)).trim()
  if (!exists(join(folder, 'packed-refs'))) return undefined
  const lines = (await readText(folder, 'packed-refs')).split('\n')
  return lines.find((line) => line.endsWith(` ${ref}`))?.slice(0, -ref.length - 1)
}

async function readText(folder: string, name: string): Promise<string> {
  if (!liesIn(folder, join(folder, name))) throw new FileRefusal('unsafe', `${name} is a link`)
  return (await readNoLink(join(folder, name), largestRefs)).toString('utf8')
}
