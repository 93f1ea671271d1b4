// In a process of its own, for package.bench.ts: `fill LIBRARY ARTICLES` makes a library of articles whose pages were kept,
// `write LIBRARY` writes it as a package; both say on stdout what that came to.
import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { addStates } from '../../src/library/add.ts'
import { addArticle } from '../../src/library/store/articles.ts'
import { openStore, type Store } from '../../src/library/store/open.ts'
import { history, paragraphs } from '../library/corpus.ts'
import { hour, observed, source } from '../storage/ours.ts'
import { writeAll } from './write.ts'

const versions = 5
const [what, library, articles] = process.argv.slice(2) as [string, string, string]

console.log(JSON.stringify(what === 'fill' ? filled() : await measured()))

function filled(): { bytes: number } {
  const { texts } = paragraphs()
  const store = openStore(library)
  store.pragma('synchronous = OFF')
  const common = texts.slice(0, 50).join('<p>')
  let bytes = 0
  for (let n = 0; n < Number(articles); n++) bytes += store.transaction(() => addOne(store, { n, texts, common }))()
  store.close()
  return { bytes }
}

interface One {
  readonly n: number
  readonly texts: readonly string[]
  /** What the site repeats on every page. */
  readonly common: string
}

function addOne(store: Store, { n, texts, common }: One): number {
  const url = `https://news.example/${n}`
  const article = addArticle(store, { source: source('Bench'), url, lang: 'en', dir: 'ltr' })
  let bytes = 0
  for (const [i, content] of history(texts, n, versions).entries()) {
    const text = content.blocks.map(({ text }) => text).join('<p>')
    const body = Buffer.from(`<html><title>${n}</title>${common}<main>${text}</main></html>`)
    bytes += body.length
    const bodyHash = createHash('sha256').update(body).digest()
    const from = { origin: null, extractor: 'bench/1', headers: { 'content-type': 'text/html' } }
    addStates(store, article, [observed(hour(i), content)], { ...from, body, bodyHash })
  }
  return bytes
}

async function measured() {
  const before = process.memoryUsage().rss
  let most = before
  const started = performance.now()
  await writeAll(library, `${library}.palimpsest`, () => {
    most = Math.max(most, process.memoryUsage().rss)
  })
  const seconds = (performance.now() - started) / 1000
  return { size: statSync(`${library}.palimpsest`).size, seconds, before, grown: most - before }
}
