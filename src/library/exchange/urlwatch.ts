import { z } from 'zod'
import type { State } from './document.ts'
import { openForeign, type Needed } from './foreign-sqlite.ts'
import { pageAddresses } from './page-jobs.ts'
import { pageState } from './page-state.ts'
import { FileRefusal } from './read-file.ts'
import type { FormatReader, Found, Opened, Reading } from './reader.ts'
import { sqliteNames } from './sqlite-names.ts'
import type { Row } from './groups.ts'
import { linesOf, shownState, trackedContent, trackedDocument, trackedTime } from './tracked.ts'
import { readRows, wordsOf } from './versions.ts'

/** One check of a page: its text, or null where the check failed and repeats what it had. */
interface Snapshot {
  readonly text: string | null
  readonly time: number | string
}

/** Where a program keeps what it saw. */
interface Layout {
  readonly program: string
  readonly table: string
  readonly columns: readonly string[]
  /** The column that names the page: the SHA-1 of its location. */
  readonly page: string
  readonly snapshot: (row: Row) => Snapshot | Promise<Snapshot>
}

/** Reads `cache.db` of urlwatch (github.com/thp/urlwatch, by minidb). Times are Unix seconds. */
export const urlwatchReader = readerOf({
  program: 'urlwatch',
  table: 'cacheentry',
  columns: ['id', 'guid', 'timestamp', 'data', 'tries'],
  page: 'guid',
  snapshot: ({ data, tries, timestamp }) => ({
    text: Number(tries ?? 0) > 0 ? null : wordsOf(data),
    time: typeof timestamp === 'number' ? timestamp : wordsOf(timestamp)
  })
})

/** Reads `snapshots.db` of webchanges (github.com/mborsetti/webchanges). */
export const webchangesReader = readerOf({
  program: 'webchanges',
  table: 'webchanges',
  columns: ['uuid', 'timestamp', 'msgpack_data'],
  page: 'uuid',
  snapshot: async ({ msgpack_data: packed, timestamp }) => ({
    text: await unpackedText(packed),
    time: typeof timestamp === 'number' ? timestamp : wordsOf(timestamp)
  })
})

function readerOf(layout: Layout): FormatReader {
  return {
    format: `${layout.program}/1`,
    fits: (file) => sqliteNames(file)?.tables.has(layout.table) === true,
    read: (file, how) => pages(file, how, layout)
  }
}

async function* pages(file: Opened, how: Reading, layout: Layout): AsyncGenerator<Found> {
  const { program, table, columns, page } = layout
  const addresses = await pageAddresses(file.path, how)
  const needed: Needed = { [table]: columns }
  const tables = await openForeign(file, how, needed)
  try {
    for await (const group of tables.groups({ table, columns, by: page, order: 'timestamp' }, how.signal)) {
      const name = String(group.key)
      const url = addresses.get(name) ?? null
      const record = (row: Row) => `${name} ${wordsOf(row.timestamp)}`
      const { states, refused } = await readRows(group, record, (row) => seen(row, { name, url, how, layout }))
      yield* refused
      if (states.length > 0) yield { kind: 'document', document: trackedDocument({ url, program }, states) }
    }
  } finally {
    tables.close()
  }
}

interface Place {
  readonly name: string
  readonly url: string | null
  readonly how: Reading
  readonly layout: Layout
}

/** A page of which nobody knows the address is named as what it is, so that the next import finds it again. */
async function seen(row: Row, { name, url, how, layout }: Place): Promise<State | null> {
  const { text, time } = await layout.snapshot(row)
  if (text === null) return null
  if (text.trim() === '') throw new FileRefusal('no-article')
  const at = trackedTime(time, null)
  const original = { id: `${name} ${wordsOf(row.id)}`.trim(), time: String(time) }
  if (url !== null && isPage(text)) {
    const headers = { 'content-type': 'text/html; charset=utf-8' }
    return (await pageState(how, { body: Buffer.from(text), url, at, status: 200, headers, original })).state
  }
  const title = url === null ? `Unknown page ${name}` : null
  return shownState({ at, ...original }, trackedContent({ title, paragraphs: linesOf(text) }))
}

/** Whole pages are kept where no filter makes text of them. */
const isPage = (text: string): boolean =>
  /^\s*(<!doctype html|<html[\s>]|<\?xml[^>]*\?>\s*<(!doctype )?html)/i.test(text)

const snapshot = z.object({
  d: z.union([z.string(), z.instanceof(Uint8Array)]),
  t: z.number().default(0),
  err: z.record(z.string(), z.unknown()).default({})
})

/** What msgpack (github.com/msgpack/msgpack) packed: the text of a check that went well, null for another. */
async function unpackedText(packed: unknown): Promise<string | null> {
  if (!(packed instanceof Uint8Array)) throw new FileRefusal('wrong-schema', 'msgpack_data')
  const { decode } = await import('@msgpack/msgpack')
  let value: unknown
  try {
    value = decode(packed, { maxArrayLength: 1000, maxMapLength: 1000, maxExtLength: 1000 })
  } catch {
    throw new FileRefusal('damaged', 'msgpack')
  }
  const checked = snapshot.safeParse(value)
  if (!checked.success) throw new FileRefusal('wrong-schema', `msgpack_data.${checked.error.issues[0]?.path.join('.')}`)
  const { d, t, err } = checked.data
  if (t > 0 || Object.keys(err).length > 0) return null
  return typeof d === 'string' ? d : new TextDecoder().decode(d)
}
