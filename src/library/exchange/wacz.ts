import { FileRefusal } from './read-file.ts'
import type { FormatReader } from './reader.ts'
import { aboutPackage, listedPages, readPackage, unfit } from './wacz-package.ts'
import { bytesOf } from './warc-archive.ts'
import { archivedPages } from './warc-pages.ts'
import { chunksOf, openZip } from './zip.ts'
import { namesIn } from './zip-look.ts'

const isArchive = (name: string): boolean => /\.w?arc(?:\.gz)?$/i.test(name)

/** Reads packages of web archives (WACZ 1.1.1), and other ZIP archives that hold WARC files. */
export const waczReader: FormatReader = {
  format: 'wacz/1',
  fits: async (file) => (await namesIn(file)).some(isArchive),
  async *read({ path }, how) {
    const zip = await openZip(path)
    try {
      const wrong = await unfit(zip, await readPackage(zip), how.signal)
      const only = await listedPages(zip)
      let isEmpty = true
      const names = zip.entries.map(({ name }) => name).filter(isArchive)
      for (const record of names.filter((name) => wrong.has(name)))
        yield { kind: 'refused', record, code: 'tampered', detail: 'it does not fit its hash' }
      const archives = names.filter((name) => !wrong.has(name))
      const files = archives.map((name) => ({ name, open: () => bytesOf(chunksOf(zip, name)) }))
      for await (const found of archivedPages(files, how, only)) {
        isEmpty = false
        yield found
      }
      if (isEmpty && wrong.size === 0) throw new FileRefusal('no-article')
    } finally {
      zip.close()
    }
  },
  about: async ({ path }, { signal }) => {
    const zip = await openZip(path)
    try {
      return await aboutPackage(zip, signal)
    } finally {
      zip.close()
    }
  }
}
