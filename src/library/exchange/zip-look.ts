import { FileRefusal } from './read-file.ts'
import type { FormatReader, Opened } from './reader.ts'
import { beginsAsZip, openZip } from './zip.ts'

const looked = new WeakMap<Opened, Promise<readonly string[]>>()

/**
 * The names of the files in a ZIP archive, by which its format is told; none where it is no archive, or one that is refused.
 * Looked up once, however many formats ask.
 */
export async function namesIn(file: Opened): Promise<readonly string[]> {
  if (!beginsAsZip(file.head)) return []
  const known = looked.get(file) ?? readNames(file.path)
  looked.set(file, known)
  return await known
}

async function readNames(path: string): Promise<readonly string[]> {
  try {
    const zip = await openZip(path)
    zip.close()
    return zip.entries.map(({ name }) => name)
  } catch (error) {
    // Said by the reader of last resort, below.
    if (error instanceof FileRefusal) return []
    throw error
  }
}

/** Says what is wrong with a ZIP archive that no format takes. */
export const otherZipReader: FormatReader = {
  format: 'zip/1',
  fits: ({ head }) => beginsAsZip(head),
  // oxlint-disable-next-line require-yield -- it only refuses
  async *read({ path }) {
    const zip = await openZip(path)
    zip.close()
    throw new FileRefusal('unknown-format', 'a ZIP archive')
  }
}
