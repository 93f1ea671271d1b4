import { withLibrary } from '../library.ts'
import { counted } from '../numbers.ts'
import type { Run } from '../spec.ts'
import { oneLine, print, printJson } from '../terminal.ts'
import { wall } from '../times.ts'

/** `palimpsest stats` */
export const stats: Run = (asked) =>
  withLibrary(asked, async ({ handlers }) => {
    const [counts, storage, checks] = [await handlers.counts({}), await handlers.storage({}), await handlers.checks({})]
    const { path, bytes, free, search, deleted } = storage
    const { due, lastAt: lastCheck, nextAt: nextCheck, paused } = checks
    const sums = { articles: counts.smart.all, versions: counts.versions, sources: counts.sources.length }
    const told = { path, ...sums, lists: counts.smart, deleted, bytes, free, search, due, lastCheck, nextCheck, paused }
    if (asked.options['json'] === true) printJson(told)
    else show(told)
    return 0
  })

interface Stats {
  readonly path: string
  readonly articles: number
  readonly versions: number
  readonly sources: number
  readonly lists: Readonly<Record<string, number>>
  readonly deleted: { readonly articles: number; readonly versions: number; readonly bytes: number }
  readonly bytes: number
  readonly search: number
  readonly due: number
  readonly lastCheck: string | null
  readonly nextCheck: string | null
  readonly paused: boolean
}

function show(told: Stats): void {
  const { path, articles, versions, sources, lists, deleted, bytes, search, due, lastCheck, nextCheck, paused } = told
  const rows = [
    ['Library', oneLine(path)],
    ['Holds', `${counted(articles, 'article')}, ${counted(versions, 'version')}, ${counted(sources, 'source')}`],
    ['Unread', String(lists['unread'] ?? 0)],
    ['With silent edits', String(lists['silent'] ?? 0)],
    ['Headline changed', String(lists['headline'] ?? 0)],
    ['Size', `${megabytes(bytes)}, of it the search index ${megabytes(search)}`],
    [
      'Recently deleted',
      `${counted(deleted.articles, 'article')}, ${counted(deleted.versions, 'version')}, ${megabytes(deleted.bytes)}`
    ],
    ['Checks', paused ? 'paused' : `${due} due, last ${wall(lastCheck)}, next ${wall(nextCheck)}`]
  ]
  for (const [name, value] of rows) print(`${name!.padEnd(18)} ${value!}`)
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`
