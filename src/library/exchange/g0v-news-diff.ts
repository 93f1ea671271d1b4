import { lstat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { unpackedHead } from './byte-stream.ts'
import { csvRows } from './csv-tables.ts'
import type { State } from './document.ts'
import { openFile } from './open-file.ts'
import { FileRefusal } from './read-file.ts'
import type { FormatReader, Found, Opened, Reading } from './reader.ts'
import { Staging } from './staging.ts'
import type { Row, Tables } from './tables.ts'
import { eventState, shownState, trackedContent, trackedDocument, trackedTime, webAddress } from './tracked.ts'
import { readRows, textOf, wordsOf } from './versions.ts'

const listColumns = ['news_id', 'url'] as const
const contentColumns = ['news_id', 'time', 'title', 'body'] as const

/** What it writes as title and body where it got no article. */
const failures = {
  404: { outcome: 'gone', status: 404 },
  403: { outcome: 'blocked', status: 403 },
  503: { outcome: 'server-error', status: 503 },
  無法判斷的內容: { outcome: 'not-an-article', status: null }
} as const

/**
 * Reads what g0v's news-diff (github.com/ronnywang/newsdiff) exports: `news-list.csv` and `news-content.csv`, the one
 * beside the other, packed by gzip or not. Times are Unix seconds; line breaks in texts are written as `\n`.
 */
export const g0vNewsDiffReader: FormatReader = {
  format: 'g0v-news-diff/1',
  fits: (file) => !file.isFolder && partOf(file) !== null,
  async *read(file, how) {
    const [list, content] =
      partOf(file) === 'list'
        ? [file, await beside(file, 'list', 'content')]
        : [await beside(file, 'content', 'list'), file]
    const staging = await Staging.open(how, {
      list: { columns: listColumns, keys: ['news_id'] },
      content: { columns: contentColumns, keys: ['news_id', 'time'] }
    })
    try {
      for await (const row of csvRows(list, how, listColumns)) await staging.add('list', row)
      const fault = await contents(staging, content, how)
      yield* articles(staging.tables, how)
      if (fault !== null) throw fault
    } finally {
      staging.close()
    }
  }
}

function partOf(file: Opened): 'list' | 'content' | null {
  const header = unpackedHead(file).slice(0, 200)
  if (/^(?:\xEF\xBB\xBF)?"?news_id"?,"?url"?,/.test(header)) return 'list'
  return /^(?:\xEF\xBB\xBF)?"?news_id"?,"?time"?,"?title"?,"?body"?/.test(header) ? 'content' : null
}

/** The other one of the two files. */
async function beside({ path, name }: Opened, own: string, other: string): Promise<Opened> {
  const plain = name.replace(/\.gz$/i, '').replace(own, other)
  if (plain === name.replace(/\.gz$/i, '')) throw new FileRefusal('needs-files', `news-${other}.csv`)
  for (const candidate of [plain, `${plain}.gz`]) {
    const there = join(dirname(path), candidate)
    if ((await lstat(there).catch(() => null))?.isFile() === true) return openFile(there)
  }
  throw new FileRefusal('needs-files', plain)
}

async function contents(staging: Staging, content: Opened, how: Reading): Promise<FileRefusal | null> {
  try {
    for await (const row of csvRows(content, how, contentColumns)) await staging.add('content', row)
  } catch (error) {
    if (error instanceof FileRefusal && error.code === 'truncated') return error
    throw error
  }
  return null
}

async function* articles(tables: Tables, how: Reading): AsyncGenerator<Found> {
  const grouping = { table: 'content', columns: contentColumns, by: 'news_id', order: 'time' }
  for await (const group of tables.groups(grouping, how.signal)) {
    const url = webAddress(tables.find('list', ['url'], 'news_id', group.key)?.url)
    const record = (row: Row) => `news ${wordsOf(row.news_id)} at ${wordsOf(row.time)}`
    const { states, refused } = await readRows(group, record, version)
    yield* refused
    const facts = { url, program: 'news-diff' }
    if (states.length > 0) yield { kind: 'document', document: trackedDocument(facts, states) }
  }
}

function version(row: Row): State {
  const time = wordsOf(row.time)
  const seen = { at: trackedTime(Number(time), null), id: `${wordsOf(row.news_id)} ${time}`, time }
  const [title, body] = [textOf(row.title), wordsOf(row.body)]
  if (title !== null && title === body && Object.hasOwn(failures, title))
    return eventState(seen, failures[title as unknown as keyof typeof failures])
  return shownState(seen, trackedContent({ title, paragraphs: body.split(/\\n|\n/) }))
}
