import { createHash } from 'node:crypto'
import { unpackedHead } from './byte-stream.ts'
import type { State } from './document.ts'
import { dumpNames, stageDump, type WantedTables } from './dump-tables.ts'
import { stageJson } from './json-tables.ts'
import { FileRefusal } from './read-file.ts'
import type { FormatReader, Found, Reading } from './reader.ts'
import type { Row } from './groups.ts'
import type { Tables } from './tables.ts'
import { linesOf, shownState, trackedContent, trackedDocument, trackedTime, webAddress } from './tracked.ts'
import { readRows, textOf, wordsOf } from './versions.ts'

/** The secret that a feed's hub was told (`hub_secret`) is never read. */
const wanted: WantedTables = {
  feeds: { needs: ['id', 'name'], may: ['site_name'], keys: ['id'] },
  articles: { needs: ['id', 'url'], may: ['feed_id'], keys: ['id'] },
  versions: {
    needs: ['id', 'article_id', 'content_text', 'created_at'],
    may: ['title', 'byline', 'content_hash', 'version_number'],
    keys: ['article_id', 'version_number']
  }
}
const columns = [...wanted['versions']!.needs, ...wanted['versions']!.may!]

/** Reads what newsdiff (github.com/rmdes/newsdiff) keeps: its tables as JSON, or as pg_dump writes them. Times name zones. */
export const rmdesNewsdiffReader: FormatReader = {
  format: 'rmdes-newsdiff/1',
  fits: async (file) => {
    if (isJson(unpackedHead(file))) return true
    const names = await dumpNames(file)
    return Object.keys(wanted).every((name) => names.has(name))
  },
  async *read(file, how) {
    const stage = isJson(unpackedHead(file)) ? stageJson : stageDump
    const { tables, fault, close } = await stage(file, how, wanted)
    try {
      yield* articles(tables, how)
      if (fault !== null) throw fault
    } finally {
      close()
    }
  }
}

/** The tables stand in any order, and the first one alone may fill the head of the file. */
const isJson = (head: string): boolean =>
  /^(?:\xEF\xBB\xBF)?\s*\{/.test(head) &&
  /"(?:feeds|articles|versions)"\s*:\s*\[/.test(head) &&
  /"(?:content_text|contentText|content_hash|contentHash|first_seen_at|firstSeenAt|feed_id|feedId|check_interval|checkInterval)"\s*:/.test(head) // prettier-ignore

async function* articles(tables: Tables, how: Reading): AsyncGenerator<Found> {
  const grouping = { table: 'versions', columns, by: 'article_id', order: 'version_number' }
  for await (const group of tables.groups(grouping, how.signal)) {
    const article = tables.find('articles', ['url', 'feed_id'], 'id', group.key)
    const feed = tables.find('feeds', ['name', 'site_name'], 'id', article?.feed_id ?? null)
    const { states, refused } = await readRows(group, ({ id }) => `versions ${wordsOf(id)}`, version)
    yield* refused
    const source = textOf(feed?.site_name) ?? textOf(feed?.name)
    const facts = { url: webAddress(article?.url), source, program: 'newsdiff' }
    if (states.length > 0) yield { kind: 'document', document: trackedDocument(facts, states) }
  }
}

function version(row: Row): State {
  const time = wordsOf(row.created_at)
  const text = wordsOf(row.content_text)
  const hash = textOf(row.content_hash)
  if (isSha256(hash) && hash.toLowerCase() !== createHash('sha256').update(text).digest('hex'))
    throw new FileRefusal('tampered', 'content_hash')
  const content = trackedContent({ title: textOf(row.title), byline: textOf(row.byline), paragraphs: linesOf(text) })
  return shownState({ at: trackedTime(time, null), id: wordsOf(row.id), time }, content)
}

/** What is written there by hand is no hash, and says nothing of the text. */
const isSha256 = (hash: string | null): hash is string => hash !== null && /^[0-9a-f]{64}$/i.test(hash)
