// Deleting, undo, the rule, sizes and compacting in a library of VERSIONS (100,000) versions: how long each takes, and how
// long it holds the library process at a time, in which nobody else is answered.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { keepingHandlers } from '../src/library/keeping.ts'
import { openStore } from '../src/library/store/open.ts'
import { fill, usual } from './library/build.ts'
import { paragraphs } from './library/corpus.ts'
import { ms, table } from './library/measure.ts'

const versions = Number(process.env['VERSIONS'] ?? 100_000)
const articles = Math.round(versions / 10)
const folder = mkdtempSync(join(tmpdir(), 'palimpsest-keeping-'))
const store = openStore(join(folder, 'library.db'))
const { from, texts } = paragraphs()
const { revisions } = fill(store, { texts, articles, revisions: usual })
console.log(`${revisions} versions of ${articles} articles, made of texts from ${from}`)
const library = keepingHandlers({ store, now: () => new Date('2026-06-01T00:00:00Z'), tell: () => undefined })
const rows: string[][] = []

/** Runs some work, and looks every millisecond whether anybody else would have been answered. */
async function measure<T>(name: string, work: () => T | Promise<T>, tell: (answer: T) => string): Promise<T> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  await new Promise((resolve) => setTimeout(resolve, 20))
  delay.enable()
  const [started, used] = [performance.now(), process.cpuUsage()]
  const answer = await work()
  const taken = performance.now() - started
  const { user, system } = process.cpuUsage(used)
  await new Promise((resolve) => setTimeout(resolve, 5))
  delay.disable()
  rows.push([
    name,
    ms(taken),
    ms((user + system) / 1000),
    ms(delay.percentile(99) / 1e6),
    ms(delay.max / 1e6),
    tell(answer)
  ])
  return answer
}

const of = (sql: string, ...values: unknown[]): number[] =>
  store
    .prepare(sql)
    .pluck()
    .all(...values) as number[]
const long = of('SELECT article_id FROM listing WHERE versions >= 200 LIMIT 1')[0]!
const middle = of('SELECT id FROM revision WHERE article_id = ? AND number = 100', long)[0]!

const one = await measure(
  'delete one version of 200',
  () => library.deleteRevisions({ revisions: [middle] }),
  (deleted) => `${deleted?.versions} version`
)
await measure(
  'undo',
  () => library.restore({ deletion: one!.deletion }),
  ({ versions: back }) => `${back} version`
)
const whole = await measure(
  'delete an article of 200 versions',
  () => library.deleteArticles({ articles: [long] }),
  (deleted) => `${deleted?.articles} article`
)
await measure(
  'undo',
  () => library.restore({ deletion: whole!.deletion }),
  ({ versions: back }) => `${back} versions`
)
await measure(
  'sizes by source, and of the search index',
  () => library.storage({}),
  ({ sources, bytes }) => `${sources.length} sources, ${Math.round(bytes / 1e6)} MB`
)
const rule = { kind: 'most', versions: 3, source: null } as const
const preview = await measure(
  'preview of a rule over all',
  () => library.previewRetention({ rule }),
  (found) => `${found.versions} versions of ${found.articles} articles, about ${Math.round(found.bytes / 1e3)} kB`
)
const applied = await measure(
  'apply it',
  () => library.applyRetention({ rule, digest: preview.digest }),
  ({ state }) => state
)
if (applied.state === 'applied' && applied.deleted !== null) {
  const { deletion } = applied.deleted
  await measure(
    'undo it',
    () => library.restore({ deletion }),
    ({ versions: back }) => `${back} versions`
  )
}
const every = of('SELECT article_id FROM listing WHERE article_id % 10 = 3')
await measure(
  'delete a tenth of the articles',
  () => library.deleteArticles({ articles: every }),
  (deleted) => `${deleted?.articles} articles`
)
await measure(
  'empty Recently deleted, and compact',
  () => library.emptyDeleted({}),
  (purged) => `${purged.articles} articles`
)
await measure(
  'compact again',
  () => library.compact({}),
  ({ before, after }) => `${Math.round(before / 1e6)} MB, then ${Math.round(after / 1e6)} MB`
)
console.log(table(['', 'ms', 'of CPU', 'held p99', 'held max', ''], rows))
store.close()
rmSync(folder, { recursive: true })
