import { decodePage } from '../fetch/decode.ts'
import { beginsAsPage, savedBy } from './html-head.ts'
import { FileRefusal, largestFile, readTextFile } from './read-file.ts'
import type { FormatReader, Opened } from './reader.ts'
import { savedPage } from './saved-page.ts'
import { openZip } from './zip.ts'
import { namesIn } from './zip-look.ts'

/** The page in an archive that SingleFile writes. */
const packedPage = 'index.html'

/** Reads pages saved as HTML or XHTML, by a browser or by SingleFile, alone or packed as a ZIP archive behind a page. */
export const htmlReader: FormatReader = {
  format: 'html/1',
  fits: async (file) => isPage(file) || (await namesIn(file)).includes(packedPage),
  async *read(file, how) {
    const body = isPage(file) ? await readPageFile(file) : await packed(file)
    yield await savedPage(how, file, { body, ...savedBy(decodePage(body, null).text) })
  }
}

/** Pages in two bytes a character begin with the same letters, with NULs between. */
const isPage = ({ head }: Opened): boolean =>
  beginsAsPage(
    head
      .toString('latin1')
      .replaceAll('\0', '')
      .replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, '')
  )

async function readPageFile(file: Opened): Promise<Buffer> {
  if (file.size > largestFile) throw new FileRefusal('too-large', `${file.size} bytes`)
  if (!isSelfExtracting(file)) return (await readTextFile(file.path)).bytes
  return await packed(file)
}

/** A page that unpacks itself when it is opened: SingleFile names its archive in the first lines. */
const isSelfExtracting = ({ head }: Opened): boolean => head.includes('PK\x03\x04', 0, 'latin1')

async function packed({ path }: Opened): Promise<Buffer> {
  const zip = await openZip(path)
  try {
    return await zip.read(packedPage, largestFile)
  } finally {
    zip.close()
  }
}
