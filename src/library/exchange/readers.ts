import { changedetectionReader } from './changedetection.ts'
import { datedFolderReader } from './dated-folder.ts'
import { edgiReader } from './edgi.ts'
import { gitReader, termsArchiveReader } from './git.ts'
import { historyReader } from './history.ts'
import { opmlReader, urlListReader } from './lists.ts'
import { plainTextReader } from './plain-text.ts'
import { FileRefusal } from './read-file.ts'
import { timemapReader } from './timemap.ts'
import type { FormatReader, Opened } from './reader.ts'

/** All formats that are read, the most particular first: the first that fits a file reads it. */
const readers: readonly FormatReader[] = [
  historyReader,
  changedetectionReader,
  termsArchiveReader,
  gitReader,
  edgiReader,
  timemapReader,
  opmlReader,
  urlListReader,
  datedFolderReader,
  // Any text is plain text, so this one is the last.
  plainTextReader
]

/** Who reads a file. Throws `FileRefusal` where it has no format that is known. */
export async function readerFor(file: Opened): Promise<FormatReader> {
  for (const reader of readers) if (await reader.fits(file)) return reader
  if (file.isFolder) throw new FileRefusal('folder')
  throw new FileRefusal('unknown-format')
}
