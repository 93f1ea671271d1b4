import { lstat, open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { FileRefusal } from './read-file.ts'
import type { Opened } from './reader.ts'

const headSize = 65_536

/**
 * Looks at a file or folder before anything is read of it: a pipe or device would hang. Throws `FileRefusal` where there
 * is nothing that can be read.
 */
export async function openFile(path: string): Promise<Opened> {
  const facts = await stat(path).catch(async (error: NodeJS.ErrnoException) => {
    throw new FileRefusal(await missingOrUnreadable(path, error), error.code)
  })
  const isFolder = facts.isDirectory()
  if (!isFolder && !facts.isFile()) throw new FileRefusal('unreadable')
  return {
    path,
    name: basename(path),
    isFolder,
    size: isFolder ? 0 : facts.size,
    modifiedAt: facts.mtime.toISOString(),
    head: isFolder ? Buffer.alloc(0) : await readHead(path)
  }
}

async function missingOrUnreadable(path: string, error: NodeJS.ErrnoException): Promise<'missing' | 'unreadable'> {
  if (error.code !== 'ENOENT') return 'unreadable'
  const isDangling = await lstat(path).then(
    () => true,
    () => false
  )
  return isDangling ? 'unreadable' : 'missing'
}

async function readHead(path: string): Promise<Buffer> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headSize), 0, headSize, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw new FileRefusal('unreadable', (error as NodeJS.ErrnoException).code)
  }
}
