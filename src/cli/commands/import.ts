import { resolve } from 'node:path'
import { UsageError } from '../error.ts'
import { exitStopped, interruptible } from '../interrupt.ts'
import { withLibrary, type Answer } from '../library.ts'
import { counted, has, textOf } from '../numbers.ts'
import type { Asked, Run } from '../spec.ts'
import { Bar, oneLine, print, printJson, table, tell } from '../terminal.ts'
import { wall } from '../times.ts'
import { refusalWords } from '../words.ts'

type Imported = Answer<'importFiles'>
type Looked = Answer<'lookInto'>

const exitRefused = 1

/** `palimpsest import FILE... [--dry-run] [--zone ZONE]` */
export const importCommand: Run = (asked) => {
  const wanted = { paths: asked.args.map((path) => resolve(path)), zone: zoneOf(asked) }
  const bar = new Bar()
  return interruptible((signal) =>
    withLibrary(
      asked,
      async ({ handlers, bringInStep }) => {
        signal.addEventListener('abort', () => void handlers.stopImport({}))
        if (has(asked, 'dryRun')) {
          const looked = await handlers.lookInto(wanted)
          bar.end()
          return tellLooked(looked, has(asked, 'json'))
        }
        const result = await handlers.importFiles(wanted)
        bar.end()
        await bringInStep(signal)
        return tellImported(result, has(asked, 'json'))
      },
      {
        make: true,
        tell: (event, payload) => {
          if (event === 'importing' && payload !== null) showProgress(bar, payload as Progress)
        }
      }
    )
  )
}

function zoneOf(asked: Asked): string | null {
  const zone = textOf(asked, 'zone')
  if (zone === undefined) return null
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    throw new UsageError(`"${oneLine(zone)}" is no time zone. Write it as Europe/Madrid.`)
  }
}

interface Progress {
  readonly name: string
  readonly file: number
  readonly files: number
  readonly articles: number
  readonly versions: number
}

function showProgress(bar: Bar, { name, file, files, articles, versions }: Progress): void {
  bar.show(
    `${file} of ${files}: ${name}, ${counted(articles, 'article')}, ${counted(versions, 'version')}`,
    file - 1,
    files
  )
}

/** The same whether or not the library left out what is nothing. */
function tellImported(result: Imported, json: boolean): number {
  const { articles, newArticles, newRevisions, alreadyThere, deleted, refused, refusedCount } = result
  const { newFeeds = 0, newAddresses = 0, isStopped = false } = result
  const told = {
    articles,
    newArticles,
    newRevisions,
    alreadyThere,
    deleted,
    refused,
    refusedCount,
    newFeeds,
    newAddresses,
    isStopped
  }
  if (json) printJson(told)
  else {
    print(
      `${isStopped ? 'Stopped. Stored until then' : 'Added'}: ${sum({ articles: newArticles, versions: newRevisions, feeds: newFeeds, addresses: newAddresses })}.`
    )
    tellRest(told)
  }
  return exitOf(told)
}

function tellLooked(looked: Looked, json: boolean): number {
  const { files, newArticles, newRevisions, feeds, addresses } = looked
  if (json) printJson(looked)
  else {
    const named = [
      { name: 'format' },
      { name: 'articles', right: true },
      { name: 'versions', right: true },
      { name: 'from' },
      { name: 'to' },
      { name: 'file' }
    ]
    const rows = files.map(({ name, format, articles, versions, from, to }) => [format ?? '-', String(articles), String(versions), wall(from), wall(to), name]) // prettier-ignore
    if (rows.length > 0) print(table(named, rows))
    print(
      `Would be added: ${sum({ articles: newArticles, versions: newRevisions, feeds, addresses })}. Nothing was stored.`
    )
    if (files.some(({ isZoneGuessed }) => isZoneGuessed))
      tell('Some times name no zone and were read as UTC: --zone says which holds.')
    tellRest(looked)
  }
  return exitOf(looked)
}

/** `2 articles, 5 versions, 1 feed`; feeds and addresses only where there are any. */
function sum({
  articles,
  versions,
  feeds,
  addresses
}: {
  articles: number
  versions: number
  feeds: number
  addresses: number
}): string {
  const parts = [counted(articles, 'article'), counted(versions, 'version')]
  if (feeds > 0) parts.push(counted(feeds, 'feed'))
  if (addresses > 0) parts.push(addresses === 1 ? '1 address to follow' : `${addresses} addresses to follow`)
  return parts.join(', ')
}

type Rest = Pick<Looked, 'alreadyThere' | 'deleted' | 'refused' | 'refusedCount' | 'isStopped'>

function tellRest({ alreadyThere, deleted, refused, refusedCount }: Rest): void {
  if (alreadyThere > 0) print(`There already: ${counted(alreadyThere, 'version')}.`)
  if (deleted > 0) print(`Left in Recently deleted: ${counted(deleted, 'observation')}.`)
  for (const { file, record, ...why } of refused)
    tell(`palimpsest: ${refusalWords(oneLine(record === undefined ? file : `${file}: ${record}`), why)}`)
  if (refusedCount > refused.length) tell(`palimpsest: and ${refusedCount - refused.length} more were refused.`)
}

function exitOf({ refusedCount, isStopped }: Rest): number {
  if (isStopped) return exitStopped
  return refusedCount > 0 ? exitRefused : 0
}
