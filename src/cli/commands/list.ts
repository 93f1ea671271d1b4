import { articleJson } from '../article-json.ts'
import { CliError, UsageError } from '../error.ts'
import { withLibrary, type Handlers, type Row } from '../library.ts'
import { numberOf, textOf } from '../numbers.ts'
import type { Asked, Run } from '../spec.ts'
import { oneLine, print, printJson, table, tell } from '../terminal.ts'
import { momentOf, wall } from '../times.ts'

const lists = ['recent', 'unread', 'headline', 'silent', 'starred', 'all', 'deleted'] as const
type List = Parameters<Handlers['openList']>[0]['list']

/** `palimpsest list [LIST] [--folder NAME] [--source NAME] [--changed-since DATE] [--limit N]` */
export const list: Run = (asked) =>
  withLibrary(asked, async ({ handlers }) => {
    const limit = numberOf(asked, 'limit', { usual: 50 })
    const { ids } = await handlers.openList({ list: await listOf(handlers, asked), limit: 1 })
    const since = textOf(asked, 'changedSince')
    const most = limit === 0 ? ids.length : limit
    const { rows, total } =
      since === undefined
        ? { rows: await rowsOf(handlers, [...ids.subarray(0, most)]), total: ids.length }
        : await changedSince(handlers, [...ids], { since: momentOf(since), most })
    if (asked.options['json'] === true) printJson({ total, articles: rows.map(articleJson) })
    else show(rows, total)
    return 0
  })

async function listOf(handlers: Handlers, asked: Asked): Promise<List> {
  const [name, ...others] = [...asked.args, ...['folder', 'source'].filter((key) => asked.options[key] !== undefined)]
  if (others.length > 0) throw new UsageError('Name a list, a folder or a source, and not several of them.')
  const folder = textOf(asked, 'folder')
  if (folder !== undefined) return { kind: 'folder', folder }
  const source = textOf(asked, 'source')
  if (source !== undefined) return { kind: 'source', source: await sourceOf(handlers, source) }
  const smart = lists.find((one) => one === (name ?? 'all'))
  if (smart === undefined)
    throw new UsageError(`There is no list "${oneLine(name ?? '')}". The lists are ${lists.join(', ')}.`)
  return { kind: 'smart', name: smart }
}

async function sourceOf(handlers: Handlers, named: string): Promise<number> {
  const { sources } = await handlers.counts({})
  const found = sources.filter(({ id, name }) => String(id) === named || name.toLowerCase() === named.toLowerCase())
  const [source, ...others] = found
  if (source === undefined) throw new CliError(`No source is called "${oneLine(named)}".`)
  if (others.length > 0)
    throw new CliError(`Several sources are called "${oneLine(named)}": ${found.map(({ id }) => id).join(', ')}.`)
  return source.id
}

/** As many as the library answers at once. */
const atOnce = 200

async function rowsOf(handlers: Handlers, ids: readonly number[]): Promise<Row[]> {
  const rows: Row[] = []
  for (let at = 0; at < ids.length; at += atOnce) {
    rows.push(...(await handlers.articles({ articles: ids.slice(at, at + atOnce) })))
  }
  return rows
}

interface Wanted {
  readonly since: string
  readonly most: number
}

/** Not every list is in the order of the newest version, so that all of it is looked through. */
async function changedSince(handlers: Handlers, ids: readonly number[], { since, most }: Wanted) {
  const found = (await rowsOf(handlers, ids)).filter(({ changedAt }) => changedAt >= since)
  return { rows: found.slice(0, most), total: found.length }
}

function show(rows: readonly Row[], total: number): void {
  if (rows.length === 0) return tell('No articles.')
  const named = [{ name: 'id', right: true }, { name: 'changed' }, { name: 'versions', right: true }, { name: 'what' }, { name: 'source' }, { name: 'headline' }] // prettier-ignore
  print(table(named, rows.map(cells)))
  if (rows.length < total) tell(`${rows.length} of ${total}. --limit 0 lists all.`)
}

function cells({ id, changedAt, revisions, summary, silent, source, headline }: Row): string[] {
  const what = summary === '' ? '-' : `${summary}${silent ? ' (silent)' : ''}`
  return [String(id), wall(changedAt), String(revisions), what, source, headline]
}
