// Fills a library with articles whose pages were kept, writes it as a package, and says on stdout what that took. Run in a
// process of its own by package.bench.ts.
import { createHash } from 'node:crypto'
import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addStates } from '../../src/library/add.ts'
import { addArticle } from '../../src/library/store/articles.ts'
import { openStore } from '../../src/library/store/open.ts'
import { history, paragraphs } from '../library/corpus.ts'
import { hour, observed, source } from '../storage/ours.ts'
import { writeAll } from './write.ts'

const articles = Number(process.argv[2])
const versions = 5
const { texts } = paragraphs()
const folder = mkdtempSync(join(tmpdir(), 'palimpsest-bench-'))
const library = join(folder, 'library.db')
const page = (title: string, text: string): Buffer =>
  Buffer.from(`<html><title>${title}</title>${texts.slice(0, 50).join('<p>')}<main>${text}</main></html>`)

const store = openStore(library)
let bytes = 0
for (let n = 0; n < articles; n++)
  store.transaction(() => {
    const url = `https://news.example/${n}`
    const article = addArticle(store, { source: source('Bench'), url, lang: 'en', dir: 'ltr' })
    for (const [i, content] of history(texts, n, versions).entries()) {
      const body = page(`${n}`, content.blocks.map(({ text }) => text).join('<p>'))
      bytes += body.length
      const bodyHash = createHash('sha256').update(body).digest()
      const from = { origin: null, extractor: 'bench/1', headers: { 'content-type': 'text/html' } }
      addStates(store, article, [observed(hour(i), content)], { ...from, body, bodyHash })
    }
  })()
store.close()

/** What is held on to, and not only not yet thrown away. */
function held(): number {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const before = { rss: process.memoryUsage().rss, held: held() }
const most = { ...before }
let calls = 0
const started = performance.now()
await writeAll(library, join(folder, 'all.palimpsest'), () => {
  most.rss = Math.max(most.rss, process.memoryUsage().rss)
  if (++calls % 100 === 0) most.held = Math.max(most.held, held())
})
const seconds = (performance.now() - started) / 1000
const { size } = statSync(join(folder, 'all.palimpsest'))
console.log(
  JSON.stringify({ articles, bytes, size, seconds, grown: most.rss - before.rss, held: most.held - before.held })
)
