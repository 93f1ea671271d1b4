// Thousands of versions imported at once while somebody looks at the window: how many a second, and the longest time the
// window went without painting a frame, beside the same window with nothing to do. ARTICLES=10000: 100,000 versions.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { history, paragraphs } from './library/corpus.ts'
import { root, runInWindow } from './window/run.ts'

const articles = Number(process.env['ARTICLES'] ?? 400)
const versions = 10
const { from, texts } = paragraphs()
const scratch = mkdtempSync(join(tmpdir(), 'palimpsest-bench-'))

/** A history file as somebody would bring it. */
function write(n: number): string {
  const captures = history(texts, n, versions).map((content, i) => {
    const blocks = content.blocks.map(({ kind, text }) => ({ kind, text }))
    return { at: new Date(Date.UTC(2026, 0, 1, i)).toISOString(), outcome: 'changed', status: 200, content: { blocks } }
  })
  const path = join(scratch, 'files', `${n}.json`)
  const source = { name: `Source ${n % 7}` }
  const article = { url: `https://news.example/${n}` }
  writeFileSync(path, JSON.stringify({ format: 'palimpsest-history', version: 1, source, article, captures }))
  return path
}

mkdirSync(join(scratch, 'files'))
const paths = Array.from({ length: articles }, (_, n) => write(n))

/** Notes the longest gap between two frames while `work` goes on and for a second after it. */
const watched = (work: string): string => `(async () => {
  const library = window.palimpsest.library
  await library.counts({})
  let [last, longest, watching] = [performance.now(), 0, true]
  const frame = (now) => { longest = Math.max(longest, now - last); last = now; if (watching) requestAnimationFrame(frame) }
  await new Promise((done) => setTimeout(done, 2000))
  last = performance.now()
  requestAnimationFrame(frame)
  const started = performance.now()
  const stored = await (${work})
  const taken = performance.now() - started
  await new Promise((done) => setTimeout(done, 1000))
  watching = false
  return { stored, taken, longest }
})()`

interface Watched {
  readonly stored: number
  readonly taken: number
  readonly longest: number
}

async function run(name: string, work: string): Promise<Watched> {
  const data = join(scratch, name)
  return (await runInWindow(root, data, watched(work))) as Watched
}

const idle = await run('idle', 'new Promise((done) => setTimeout(done, 3000, 0))')
const files = JSON.stringify(paths)
const busy = await run('busy', `library.importFiles({ paths: ${files} }).then((answer) => answer.value.newRevisions)`)
const rate = Math.round((busy.stored / busy.taken) * 1000)
console.log(`${articles} history files of ${versions} versions each, from ${from}`)
console.log(`  stored ${busy.stored} versions, ${rate} a second (target: 1,000)`)
console.log(
  `  longest gap between frames: ${Math.round(busy.longest)} ms (target: 50; with nothing to do ${Math.round(idle.longest)})`
)
process.exit(0)
