import { analyse } from 'chardet'
import { lstat, readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { RefusalCode } from '../../contract/importing.ts'

/** The largest file that is read, in bytes. The longest articles known have a few hundred kB of text. */
export const largestFile = 20_000_000

/** A file that was not taken, and why; nothing of it is stored. */
export class FileRefusal extends Error {
  readonly code: RefusalCode
  readonly detail: string
  constructor(code: RefusalCode, detail = '') {
    super(code)
    this.code = code
    this.detail = detail
  }
}

export interface FileText {
  readonly name: string
  readonly text: string
  readonly bytes: Buffer
  /** When the file was last written, ISO 8601 UTC. */
  readonly modifiedAt: string
}

/**
 * Reads a text file in whatever encoding it has. Looks before it opens: a pipe or device would hang, a huge file would
 * fill the memory. Throws `FileRefusal`.
 */
export async function readTextFile(path: string): Promise<FileText> {
  const facts = await stat(path).catch(async (error: NodeJS.ErrnoException) => {
    const dangling =
      error.code === 'ENOENT' &&
      (await lstat(path).then(
        () => true,
        () => false
      ))
    throw new FileRefusal(error.code === 'ENOENT' && !dangling ? 'missing' : 'unreadable', error.code)
  })
  if (facts.isDirectory()) throw new FileRefusal('folder')
  if (!facts.isFile()) throw new FileRefusal('unreadable')
  if (facts.size > largestFile) throw new FileRefusal('too-large', String(facts.size))
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new FileRefusal('unreadable', error.code)
  })
  return { name: basename(path), text: decodeText(bytes), bytes, modifiedAt: facts.mtime.toISOString() }
}

/**
 * The text of some bytes: by byte order mark, as UTF-8 where it is valid UTF-8, otherwise in the encoding that chardet
 * finds likeliest. Throws `FileRefusal` for nothing but white space and for what is no text.
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = findEncoding(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  if (text.trim() === '') throw new FileRefusal('empty')
  if (looksBinary(text)) throw new FileRefusal('binary')
  return text
}

function findEncoding(bytes: Uint8Array): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (isUtf8(bytes)) return 'utf-8'
  return (
    analyse(bytes)
      .map(({ name }) => name)
      .find(isKnown) ?? 'windows-1252'
  )
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== ''
  } catch {
    return false
  }
}

/** Text has no NUL, and next to no control characters beside tab, line break and form feed. */
function looksBinary(text: string): boolean {
  const start = text.slice(0, 100_000)
  if (start.includes('\0')) return true
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const controls = start.match(/[\x01-\x08\x0e-\x1a\x1c-\x1f\uFFFD]/g)?.length ?? 0
  return controls > start.length / 100
}
