import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writePackage } from '../../src/library/exchange/package/write-package.ts'
import { liveArticles } from '../../src/library/store/export-facts.ts'
import { openReader } from '../../src/library/store/reader.ts'

/** Writes all of a library as a package, as an export does; `watch` is called after each article. */
export async function writeAll(library: string, to: string, watch: () => void = () => {}): Promise<void> {
  const store = openReader(library)
  const done = async (): Promise<void> => {
    watch()
    await new Promise((resolve) => setImmediate(resolve))
  }
  const articles = liveArticles(store)
  const parts = writePackage({ store, articles, isAll: true, notes: true, madeBy: null, now: new Date(), done })
  await pipeline(Readable.from(parts), createWriteStream(to))
  store.close()
}
