// What a reader waits for, in libraries of 10,000, 100,000 and, with SIZES=1000000, a million versions: each call as the
// window makes it. Libraries are made of real texts once and kept in .cache/bench. Times are of this machine and run; what
// counts is that they do not grow with the library.
import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openLibrary, type OpenLibrary } from '../src/library/library.ts'
import { libraryOf } from './library/made.ts'
import { ms, table, times } from './library/measure.ts'

const sizes = (process.env['SIZES'] ?? '10000,100000').split(',').map(Number)
const rounds = Number(process.env['ROUNDS'] ?? 200)
const root = resolve(import.meta.dirname, '..')

const open = (path: string): OpenLibrary =>
  openLibrary({ path, samples: '', now: () => new Date('2026-01-01T00:00:00Z'), tell: () => undefined })

/** From a new process to the first rows of a list, without the start of the process. */
function opening(path: string): number {
  const script = `
    const { openLibrary } = await import(${JSON.stringify(join(root, 'src/library/library.ts'))})
    const started = performance.now()
    const library = openLibrary({ path: ${JSON.stringify(path)}, samples: '', now: () => new Date(), tell: () => {} })
    await library.handlers.openList({ list: { kind: 'smart', name: 'all' }, limit: 60 })
    console.log(performance.now() - started)
    library.close()`
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root }).toString()
  return Number(said.trim())
}

async function measure(revisions: number): Promise<readonly (readonly string[])[]> {
  const path = libraryOf(revisions)
  const articles = Math.round(revisions / 10)
  const openings = Array.from({ length: 5 }, () => opening(path)).sort((a, b) => a - b)
  const library = open(path)
  const { handlers } = library
  const long = (round: number) => 51 + 100 * (round % Math.floor(articles / 100))
  const spread = (round: number) => 1 + ((round * 7919) % articles)
  const newest = { list: { kind: 'smart', name: 'all' }, limit: 100 } as const
  const pairs = await Promise.all(
    Array.from({ length: 100 }, async (_, round) => {
      const { revisions } = await handlers.timemap({ article: spread(round) })
      return [revisions.at(-2)!.id, revisions.at(-1)!.id] as const
    })
  )
  const asked: readonly [string, (round: number) => unknown][] = [
    ['newest 100 changes', () => handlers.listArticles(newest)],
    ['timemap of 200 versions', (round) => handlers.timemap({ article: long(round) })],
    [
      "two versions' blocks",
      async (round) => {
        for (const revision of pairs[round % pairs.length]!) await handlers.content({ revision })
      }
    ],
    ['counts of all lists', () => handlers.counts({})],
    ['search: one word', () => handlers.search({ text: 'governo', limit: 50 })],
    ['search: three words', () => handlers.search({ text: 'website content users', limit: 50 })],
    ['search: a phrase', () => handlers.search({ text: '"de acordo com"', limit: 50 })],
    ['search: a stop word', () => handlers.search({ text: 'the', limit: 50 })],
    ['search: a rare word', (round) => handlers.search({ text: `${(round * 997) % 100_000}`, limit: 50 })]
  ]
  const rows: string[][] = [['opening, first rows', ms(openings[2]!), ms(openings[4]!), ms(openings[4]!)]]
  for (const [name, ask] of asked) {
    const { median, p99, max } = await times(rounds, ask)
    rows.push([name, ms(median), ms(p99), ms(max)])
  }
  library.close()
  console.log(
    `\n${revisions} versions, ${articles} articles, ${Math.round(statSync(path).size / 1e6)} MB; milliseconds`
  )
  console.log(table(['', 'median', 'p99', 'max'], rows))
  return rows
}

const all: (readonly (readonly string[])[])[] = []
for (const size of sizes) all.push(await measure(size))
if (all.length > 1) {
  console.log('\nmedians side by side')
  const head = ['', ...sizes.map(String)]
  console.log(
    table(
      head,
      all[0]!.map(([name], i) => [name!, ...all.map((rows) => rows[i]![1]!)])
    )
  )
}
