// How many checks a second the library makes of a site on the loopback interface, how long a window waits for an answer
// meanwhile, and how memory grows over a simulated day. PARTS=unchanged,changed,day ARTICLES=10000 HOURS=24
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLibrary, type OpenLibrary } from '../src/library/library.ts'
import { usualSettings } from '../src/library/store/settings.ts'
import { table } from './library/measure.ts'

const parts = (process.env['PARTS'] ?? 'unchanged,changed,day').split(',')
const seconds = (ms: number) => ms / 1000

const server = spawn(process.execPath, [join(import.meta.dirname, 'watch/server.ts')], {
  stdio: ['ignore', 'pipe', 'inherit']
})
const [line] = (await once(server.stdout, 'data')) as [Buffer]
const origin = `http://127.0.0.1:${String(line).trim()}`

let clock = Date.UTC(2026, 2, 3, 9)
const begun = performance.now()
const library = openLibrary({
  path: join(mkdtempSync(join(tmpdir(), 'palimpsest-bench-')), 'library.db'),
  samples: '',
  now: () => new Date(clock + Math.round(performance.now() - begun)),
  tell: () => undefined,
  pageWorker: new URL('../src/library/watch/page-worker.ts', import.meta.url),
  freeBytes: () => Promise.resolve(1e12)
})
const { handlers } = library
await handlers.setTrackingSettings({
  settings: { ...usualSettings, spacing: 0, perHost: 6, perHour: 100_000, allowedHosts: [new URL(origin).host] }
})

/** Follows so many articles of a kind, and waits until each has its first version. */
async function follow(kind: string, count: number): Promise<number[]> {
  const items = Array.from({ length: count }, (_, n) => ({ kind: 'article', url: `${origin}/${kind}/${n}` }) as const)
  for (let from = 0; from < count; from += 5000)
    await handlers.follow({ items: items.slice(from, from + 5000), folder: null, pace: 'usual' })
  const found = () => [...ids(library, kind)]
  while (found().length < count) await pause(100)
  return found()
}

const known = new Map<number, string>()
function* ids(_: OpenLibrary, kind: string): Generator<number> {
  for (const [id, url] of known) if (url.includes(`/${kind}/`)) yield id
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Refreshes what is known of the articles, in pages, as a window reads them. */
async function learn(): Promise<void> {
  let after: { at: string; article: number } | null = null
  do {
    const answer: Awaited<ReturnType<typeof handlers.listArticles>> = await handlers.listArticles({
      list: { kind: 'smart', name: 'all' },
      after,
      limit: 200
    })
    for (const { id, url } of answer.rows) if (url !== null) known.set(id, url)
    after = answer.next
  } while (after !== null)
}

/** Asks what a window asks, again and again, and notes how long each answer took. */
function asking(articles: readonly number[]): { stop: () => number[] } {
  const took: number[] = []
  const state = { stopped: false }
  const ask = async (): Promise<void> => {
    for (let n = 0; !state.stopped; n++) {
      const from = performance.now()
      if (n % 2 === 0) await handlers.listArticles({ list: { kind: 'smart', name: 'recent' }, limit: 50 })
      else await handlers.timemap({ article: articles[n % articles.length]! })
      took.push(performance.now() - from)
      await pause(10)
    }
  }
  void ask()
  return {
    stop: () => {
      state.stopped = true
      return took.toSorted((a, b) => a - b)
    }
  }
}

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!

/** Makes all due at once and measures until each was looked at. */
async function round(articles: readonly number[]): Promise<{ rate: number; p50: number; p99: number }> {
  clock += 3_600_000
  const asked = asking(articles)
  const from = performance.now()
  const before = await checked()
  await handlers.checkNow({ articles: [...articles] })
  while ((await checked()) < before + articles.length) await pause(20)
  const took = asked.stop()
  return { rate: articles.length / seconds(performance.now() - from), p50: at(took, 0.5), p99: at(took, 0.99) }
}

async function checked(): Promise<number> {
  const [last] = await handlers.activity({ before: null, article: null, limit: 1 })
  return last?.id ?? 0
}

async function measure(kind: string, count: number): Promise<string[]> {
  const following = follow(kind, count)
  const learning = setInterval(() => void learn(), 500)
  const articles = await following
  clearInterval(learning)
  const cpu = process.cpuUsage()
  const { rate, p50, p99 } = await round(articles)
  const { user, system } = process.cpuUsage(cpu)
  // Out of the way of what is measured next.
  for (const article of articles) await handlers.setPace({ article, pace: 'paused' })
  const each = (user + system) / 1000 / count
  return [kind, String(count), rate.toFixed(0), each.toFixed(1), p50.toFixed(1), p99.toFixed(1)]
}

const head = ['page', 'articles', 'checks/s', 'CPU ms each', 'query p50 ms', 'query p99 ms']
if (parts.includes('unchanged')) console.log(table(head, [await measure('etag', 2000), await measure('same', 2000)]))
if (parts.includes('changed')) console.log(table(head, [await measure('change', 600)]))
if (parts.includes('day')) await day(Number(process.env['ARTICLES'] ?? 10_000), Number(process.env['HOURS'] ?? 24))

/** Every article is checked once an hour, for a day; what memory is left in use after each hour is the figure. */
async function day(count: number, hours: number): Promise<void> {
  const following = follow('etag', count)
  const learning = setInterval(() => void learn(), 2000)
  const articles = await following
  clearInterval(learning)
  const used: number[] = []
  for (let n = 0; n < hours; n++) {
    await round(articles)
    globalThis.gc?.()
    used.push(process.memoryUsage().rss / 1e6)
  }
  const half = used.slice(Math.floor(hours / 2))
  const slope = (half.at(-1)! - half[0]!) / (half.length - 1)
  console.log(
    `${count} articles, ${hours} hours: RSS ${used[0]!.toFixed(0)} MB after the first, ${used.at(-1)!.toFixed(0)} after the last; ${slope.toFixed(2)} MB an hour in the second half`
  )
}

library.close()
server.kill()
process.exit(0)
