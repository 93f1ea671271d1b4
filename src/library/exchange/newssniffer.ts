import type { State } from './document.ts'
import { dumpNames, stageDump, type WantedTables } from './dump-tables.ts'
import { FileRefusal } from './read-file.ts'
import type { FormatReader, Found, Reading } from './reader.ts'
import type { Row } from './groups.ts'
import type { Tables } from './tables.ts'
import { linesOf, shownState, trackedContent, trackedDocument, trackedTime, webAddress } from './tracked.ts'
import { readRows, textOf, wordsOf } from './versions.ts'

const wanted: WantedTables = {
  news_articles: { needs: ['id', 'source', 'url'], keys: ['id'] },
  news_article_versions: {
    needs: ['id', 'news_article_id', 'title', 'created_at', 'version'],
    may: ['url'],
    keys: ['news_article_id', 'version']
  },
  news_article_version_texts: { needs: ['news_article_version_id', 'text'], keys: ['news_article_version_id'] }
}
const columns = ['id', 'news_article_id', 'title', 'created_at', 'version', 'url']

/** Reads dumps of NewsSniffer (github.com/johnl/news-sniffer), by mysqldump. It keeps times in UTC, as Rails does. */
export const newssnifferReader: FormatReader = {
  format: 'newssniffer/1',
  fits: async (file) => (await dumpNames(file)).has('news_article_versions'),
  async *read(file, how) {
    const missing = Object.keys(wanted).find(
      (
        (names) => (name: string) =>
          !names.has(name)
      )(await dumpNames(file))
    )
    if (missing !== undefined) throw new FileRefusal('needs-files', missing)
    const { tables, fault, close } = await stageDump(file, how, wanted)
    try {
      yield* articles(tables, how)
      if (fault !== null) throw fault
    } finally {
      close()
    }
  }
}

async function* articles(tables: Tables, how: Reading): AsyncGenerator<Found> {
  const grouping = { table: 'news_article_versions', columns, by: 'news_article_id', order: 'version' }
  for await (const group of tables.groups(grouping, how.signal)) {
    const article = tables.find('news_articles', ['source', 'url'], 'id', group.key)
    const url = webAddress(article?.url)
    const record = ({ id }: Row) => `news_article_versions ${wordsOf(id)}`
    const { states, refused } = await readRows(group, record, (row) => version(row, tables, url))
    yield* refused
    const facts = { url, source: textOf(article?.source), program: 'NewsSniffer' }
    if (states.length > 0) yield { kind: 'document', document: trackedDocument(facts, states) }
  }
}

function version(row: Row, tables: Tables, url: string | null): State {
  const time = wordsOf(row.created_at)
  const seen = { at: trackedTime(time, null), id: wordsOf(row.id), time }
  const text = tables.find('news_article_version_texts', ['text'], 'news_article_version_id', row.id ?? null)?.text
  if (text === undefined) throw new FileRefusal('needs-files', `news_article_version_texts ${wordsOf(row.id)}`)
  const content = trackedContent({ title: textOf(row.title), paragraphs: linesOf(wordsOf(text)) })
  const own = webAddress(row.url)
  const received = own === url || own === null ? undefined : { url: own }
  return { ...shownState(seen, content), received }
}
