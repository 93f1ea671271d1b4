import { constants } from 'node:fs'
import { lstat, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { FileRefusal } from './read-file.ts'
import { openZip } from './zip.ts'

/** Files under one root, a folder or an archive, by relative names with `/` between folders; none leaves the root. */
export interface Tree {
  readonly files: readonly TreeFile[]
  readonly has: (name: string) => boolean
  /** The bytes of a file, no more than `most`. Throws `FileRefusal`. */
  readonly read: (name: string, most: number) => Promise<Buffer>
  readonly close: () => void
}

interface TreeFile {
  readonly name: string
  /** In bytes. */
  readonly size: number
}

export interface TreeLimits {
  /** How many folders deep. */
  readonly depth: number
  readonly files: number
}

/**
 * Lists a folder, in the order of names. Links are not followed, so that nothing outside of the folder is read; hidden
 * files and folders are left out. Throws `FileRefusal` `too-large` where it holds more files than allowed, or lies deeper.
 */
export async function openFolder(root: string, limits: TreeLimits): Promise<Tree> {
  const files: TreeFile[] = []
  await listInto(files, { root, name: '', depth: 0, limits })
  const names = new Set(files.map(({ name }) => name))
  return {
    files,
    has: (name) => names.has(name),
    read: async (name, most) => {
      if (!names.has(name)) throw new FileRefusal('needs-files', name)
      return readNoLink(join(root, ...name.split('/')), most)
    },
    close: () => {}
  }
}

/** The same for a ZIP archive. Throws `FileRefusal`. */
export async function openArchive(path: string): Promise<Tree> {
  const zip = await openZip(path)
  return { ...zip, files: zip.entries }
}

interface Place {
  readonly root: string
  readonly name: string
  readonly depth: number
  readonly limits: TreeLimits
}

async function listInto(files: TreeFile[], { root, name, depth, limits }: Place): Promise<void> {
  const entries = await readdir(join(root, name), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw new FileRefusal('unreadable', error.code)
  })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue
    const inner = name === '' ? entry.name : `${name}/${entry.name}`
    if (entry.isDirectory()) {
      if (depth >= limits.depth) throw new FileRefusal('too-large', `more than ${limits.depth} folders deep`)
      await listInto(files, { root, name: inner, depth: depth + 1, limits })
    } else if (entry.isFile()) {
      if (files.length >= limits.files) throw new FileRefusal('too-large', `more than ${limits.files} files`)
      files.push({ name: inner, size: (await lstat(join(root, inner))).size })
    }
  }
}

/** Reads a file that lies there itself: one that became a link meanwhile is refused. Windows has no such flag. */
export async function readNoLink(path: string, most: number): Promise<Buffer> {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
  const file = await open(path, flags).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ELOOP') throw new FileRefusal('unsafe', 'a link')
    throw new FileRefusal(error.code === 'ENOENT' ? 'missing' : 'unreadable', error.code)
  })
  try {
    const facts = await file.stat()
    if (!facts.isFile()) throw new FileRefusal('unreadable')
    if (facts.size > most) throw new FileRefusal('too-large', `${facts.size} bytes`)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(facts.size), 0, facts.size, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
