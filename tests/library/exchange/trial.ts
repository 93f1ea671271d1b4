import { createWriteStream, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { openLibrary } from '../../../src/library/library.ts'

export const now = new Date('2026-05-01T12:00:00.000Z')
export const folder = (): string => mkdtempSync(join(tmpdir(), 'palimpsest-trial-'))

/** An empty library, and what a test wants to see of it. */
export function library() {
  const opened = openLibrary({ path: join(folder(), 'library.db'), samples: '', now: () => now, tell: () => {} })
  const listed = async () =>
    (await opened.handlers.listArticles({ list: { kind: 'smart', name: 'all' }, limit: 200 })).rows
  /** When each version was first seen, and the text of its blocks. */
  const versions = async (article: number): Promise<string[][]> => {
    const { revisions } = await opened.handlers.timemap({ article })
    const texts: string[][] = []
    for (const { at, id } of revisions) {
      const { blocks } = await opened.handlers.content({ revision: id })
      texts.push([at, ...blocks.map(({ text }) => text)])
    }
    return texts
  }
  return { ...opened.handlers, listed, versions }
}

export type Files = Readonly<Record<string, string | Buffer>>

/** Writes files into a new folder; returns it. */
export function write(files: Files): string {
  const root = folder()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  return root
}

/** Writes files into a new archive; returns its path. */
export async function zipped(files: Files): Promise<string> {
  const path = join(folder(), 'backup.zip')
  const zip = new ZipFile()
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name)
  zip.end()
  await finished(zip.outputStream.pipe(createWriteStream(path)))
  return path
}
