import type { State } from './document.ts'
import { dumpNames, stageDump, type DumpTables, type WantedTables } from './dump-tables.ts'
import { openForeign } from './foreign-sqlite.ts'
import type { FormatReader, Found, Opened, Reading } from './reader.ts'
import { paragraphsOf } from './simple-html.ts'
import { sqliteNames } from './sqlite-names.ts'
import type { Group, Row } from './groups.ts'
import type { Tables } from './tables.ts'
import { eventState, shownState, trackedContent, trackedDocument, trackedTime, webAddress } from './tracked.ts'
import { readRows, textOf, wordsOf } from './versions.ts'

const columns = ['id', 'title', 'url', 'summary', 'created', 'entry_id'] as const

const wanted: WantedTables = {
  entry: { needs: ['id', 'url'], may: ['checked'], keys: ['id'] },
  entryversion: { needs: columns, keys: ['entry_id', 'id'] },
  feed: { needs: ['url', 'name'], keys: [] },
  feedentry: { needs: ['feed_id', 'entry_id'], keys: ['entry_id'] }
}

/**
 * Reads databases of diffengine (github.com/DocNow/diffengine), or dumps of them: the versions of each entry, under the
 * address that its first version was found at, as later ones change with redirects. It writes times in UTC, and nothing that
 * was not answered with 200. `summary` is HTML of nothing but paragraphs.
 */
export const diffengineReader: FormatReader = {
  format: 'diffengine/1',
  fits: async (file) => {
    const tables = sqliteNames(file)?.tables ?? (await dumpNames(file))
    return tables.has('entryversion') && tables.has('entry')
  },
  async *read(file, how) {
    const { tables, fault, close } = await stage(file, how)
    try {
      yield* entries(tables, how)
      if (fault !== null) throw fault
    } finally {
      close()
    }
  }
}

async function stage(file: Opened, how: Reading): Promise<DumpTables> {
  if (sqliteNames(file) === null) return stageDump(file, how, wanted)
  const tables = await openForeign(file, how, { entryversion: columns, entry: ['id', 'url'] })
  return { tables, fault: null, close: () => tables.close() }
}

interface Addressed {
  readonly key: Group['key']
  readonly url: string | null
}

async function* entries(tables: Tables, how: Reading): AsyncGenerator<Found> {
  let entry: Addressed = { key: null, url: null }
  const grouping = { table: 'entryversion', columns, by: 'entry_id', order: 'id' }
  for await (const group of tables.groups(grouping, how.signal)) {
    if (entry.key !== group.key) entry = { key: group.key, url: addressOf(group) }
    const { url } = entry
    const { states, refused } = await readRows(group, ({ id }) => `entryversion ${wordsOf(id)}`, version(url))
    yield* refused
    if (states.length === 0) continue
    const checked = lastCheck(tables, group.key, states)
    const facts = { url, source: feedName(tables, group.key), program: 'diffengine' }
    yield { kind: 'document', document: trackedDocument(facts, [...states, ...checked]) }
  }
}

const addressOf = ({ rows }: Group): string | null =>
  rows.map(({ url }) => webAddress(url)).find((url) => url !== null) ?? null

const version =
  (url: string | null) =>
  (row: Row): State => {
    const time = wordsOf(row.created)
    const seen = { at: trackedTime(time, null), id: wordsOf(row.id), time }
    const content = trackedContent({ title: textOf(row.title), paragraphs: paragraphsOf(wordsOf(row.summary)) })
    const own = webAddress(row.url)
    const received = own === url || own === null ? undefined : { url: own }
    return { ...shownState(seen, content, 200), received }
  }

/** A check that found nothing new leaves nothing but its time at the entry; that of a failed one is not kept there. */
function lastCheck(tables: Tables, entry: Group['key'], states: readonly State[]): State[] {
  if (!tables.hasColumn('entry', 'checked')) return []
  const time = textOf(tables.find('entry', ['checked'], 'id', entry)?.checked)
  if (time === null) return []
  try {
    const at = trackedTime(time, null)
    const isLater = states.every((state) => state.at < at)
    return isLater ? [eventState({ at, id: `entry ${entry}`, time }, { outcome: 'unchanged', status: 200 })] : []
  } catch {
    // A time that nobody can read is no observation; the versions stand without it.
    return []
  }
}

function feedName(tables: Tables, entry: Group['key']): string | null {
  if (!tables.hasColumn('feedentry', 'feed_id') || !tables.hasColumn('feed', 'name')) return null
  const feed = tables.find('feedentry', ['feed_id'], 'entry_id', entry)?.feed_id ?? null
  return feed === null ? null : textOf(tables.find('feed', ['name'], 'url', feed)?.name)
}
