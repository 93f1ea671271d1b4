import { unpackedHead } from './byte-stream.ts'
import { besideIt, stageCsv } from './csv-tables.ts'
import type { State } from './document.ts'
import type { WantedTables } from './dump-tables.ts'
import type { FormatReader, Found, Opened, Reading } from './reader.ts'
import type { Row } from './groups.ts'
import type { Tables } from './tables.ts'
import { eventState, shownState, trackedContent, trackedDocument, trackedTime, webAddress } from './tracked.ts'
import { readRows, textOf, wordsOf } from './versions.ts'

const columns = ['news_id', 'time', 'title', 'body'] as const
const wanted: WantedTables = {
  list: { needs: ['news_id', 'url'], keys: ['news_id'] },
  content: { needs: columns, keys: ['news_id', 'time'] }
}

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
    const list = partOf(file) === 'list' ? file : await besideIt(file, 'content', 'list')
    const content = file === list ? await besideIt(file, 'list', 'content') : file
    const { tables, fault, close } = await stageCsv({ list, content }, how, wanted)
    try {
      yield* articles(tables, how)
      if (fault !== null) throw fault
    } finally {
      close()
    }
  }
}

function partOf(file: Opened): 'list' | 'content' | null {
  const header = unpackedHead(file).slice(0, 200)
  if (/^(?:\xEF\xBB\xBF)?"?news_id"?,"?url"?,/.test(header)) return 'list'
  return /^(?:\xEF\xBB\xBF)?"?news_id"?,"?time"?,"?title"?,"?body"?/.test(header) ? 'content' : null
}

async function* articles(tables: Tables, how: Reading): AsyncGenerator<Found> {
  const grouping = { table: 'content', columns, by: 'news_id', order: 'time' }
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
