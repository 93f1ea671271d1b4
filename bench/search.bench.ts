// What a reader waits for while typing: the first hits of a search in 100,000 versions, and what the command palette asks
// for, letter by letter, in 50,000 articles. Each call is that of the window. Times are of this machine and run.
import { statSync } from 'node:fs'
import { openLibrary, type OpenLibrary } from '../src/library/library.ts'
import { libraryOf } from './library/made.ts'
import { ms, table, times } from './library/measure.ts'

const versions = Number(process.env['VERSIONS'] ?? 100_000)
const articles = Number(process.env['ARTICLES'] ?? 50_000)
const rounds = Number(process.env['ROUNDS'] ?? 100)

/** As the window asks for them first. */
const hitsAtOnce = 25
const namesAtOnce = 24

const searches = [
  'governo',
  'website content users',
  '"de acordo com"',
  'removed:the',
  'added:government',
  'headline:govern*',
  'th*',
  'the',
  '73021'
] as const
const names = ['council', 'goverment', 'website con', 'source 17', 'the report'] as const

const open = (path: string): OpenLibrary =>
  openLibrary({ path, samples: '', now: () => new Date('2026-01-01T00:00:00Z'), tell: () => undefined })

async function measured(name: string, ask: (round: number) => unknown, each = rounds): Promise<readonly string[]> {
  const { median, p95, max } = await times(each, ask)
  return [name, ms(median), ms(p95), ms(max)]
}

function told(path: string, what: string, rows: readonly (readonly string[])[]): void {
  console.log(`\n${what}, ${Math.round(statSync(path).size / 1e6)} MB; milliseconds`)
  console.log(table(['', 'p50', 'p95', 'max'], rows))
}

async function searching(): Promise<void> {
  const path = libraryOf(versions)
  const { handlers, close } = open(path)
  const rows: (readonly string[])[] = []
  for (const text of searches) rows.push(await measured(text, () => handlers.search({ text, limit: hitsAtOnce })))
  for (const text of ['governo', 'the'] as const) {
    const newest = { text, limit: hitsAtOnce, sort: 'changed' } as const
    rows.push(await measured(`${text}, last changed first`, () => handlers.search(newest)))
  }
  close()
  told(path, `first hits in ${versions} versions`, rows)
}

/** What is typed, and all that stood in the field on the way to it. */
const typed = (text: string): readonly string[] => Array.from(text, (_, i) => text.slice(0, i + 1))

async function naming(): Promise<void> {
  const path = libraryOf(articles * 10)
  const { handlers, close } = open(path)
  const rows: (readonly string[])[] = []
  for (const name of names) {
    const steps = typed(name)
    const ask = (round: number) => handlers.findArticles({ text: steps[round % steps.length]!, limit: namesAtOnce })
    rows.push(await measured(name, ask))
  }
  close()
  told(path, `what the palette finds in ${articles} articles, each letter`, rows)
}

await searching()
await naming()
