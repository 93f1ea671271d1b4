import { changedetectionReader } from './changedetection.ts'
import { diffengineReader } from './diffengine.ts'
import { epubReader } from './epub.ts'
import { datedFolderReader } from './dated-folder.ts'
import { edgiReader } from './edgi.ts'
import { gitReader, termsArchiveReader } from './git.ts'
import { g0vNewsDiffReader } from './g0v-news-diff.ts'
import { historyReader } from './history.ts'
import { htmlReader } from './html.ts'
import { klaxonReader } from './klaxon.ts'
import { opmlReader, urlListReader } from './lists.ts'
import { markdownReader } from './markdown.ts'
import { mhtmlReader } from './mhtml.ts'
import { newsdiffsReader } from './newsdiffs.ts'
import { newseditsReader } from './newsedits.ts'
import { newssnifferReader } from './newssniffer.ts'
import { packageReader } from './package/package-reader.ts'
import { pdfReader } from './pdf.ts'
import { plainTextReader } from './plain-text.ts'
import { FileRefusal } from './read-file.ts'
import { timemapReader } from './timemap.ts'
import type { FormatReader, Opened } from './reader.ts'
import { readingListReader } from './reading-lists.ts'
import { rmdesNewsdiffReader } from './rmdes-newsdiff.ts'
import { strangeDatabaseReader } from './strange-database.ts'
import { urlwatchReader, webchangesReader } from './urlwatch.ts'
import { waczReader } from './wacz.ts'
import { warcReader } from './warc.ts'
import { otherZipReader } from './zip-look.ts'

/** All formats that are read, the most particular first: the first that fits a file reads it. */
const readers: readonly FormatReader[] = [
  packageReader,
  historyReader,
  changedetectionReader,
  termsArchiveReader,
  gitReader,
  edgiReader,
  timemapReader,
  diffengineReader,
  newseditsReader,
  newsdiffsReader,
  newssnifferReader,
  urlwatchReader,
  webchangesReader,
  rmdesNewsdiffReader,
  g0vNewsDiffReader,
  klaxonReader,
  strangeDatabaseReader,
  readingListReader,
  opmlReader,
  urlListReader,
  warcReader,
  waczReader,
  epubReader,
  mhtmlReader,
  htmlReader,
  otherZipReader,
  pdfReader,
  markdownReader,
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
