import type { State } from './document.ts'
import { dumpNames, stageDump, type WantedTables } from './dump-tables.ts'
import { openForeign } from './foreign-sqlite.ts'
import { mended } from './mended.ts'
import { NewsdiffsTexts } from './newsdiffs-texts.ts'
import type { FormatReader, Found, Opened, Reading } from './reader.ts'
import { sqliteNames } from './sqlite-names.ts'
import type { Row } from './groups.ts'
import type { Tables } from './tables.ts'
import { linesOf, shownState, trackedContent, trackedDocument, trackedTime, webAddress } from './tracked.ts'
import { readRows, textOf, wordsOf } from './versions.ts'

const articleColumns = ['id', 'url'] as const
const columns = ['id', 'article_id', 'v', 'title', 'byline', 'date'] as const
const wanted: WantedTables = {
  articles: { needs: articleColumns, may: ['git_dir'], keys: ['id'] },
  version: { needs: columns, keys: ['article_id', 'date'] }
}

/**
 * Reads NewsDiffs (github.com/ecprice/newsdiffs): a dump of its database by mysqldump, or a SQLite file made of it, and the
 * folder `articles` beside it, in whose git repositories the texts are. Times name no zone: they are the server's own.
 */
export const newsdiffsReader: FormatReader = {
  format: 'newsdiffs/1',
  fits: async (file) => {
    const names = sqliteNames(file)?.tables ?? (await dumpNames(file))
    return names.has('articles') && names.has('version')
  },
  async *read(file, how) {
    const texts = await NewsdiffsTexts.beside(file)
    try {
      const { tables, fault, close } = await stage(file, how)
      try {
        yield* articles(tables, how, texts)
        if (fault !== null) throw fault
      } finally {
        close()
      }
    } finally {
      texts.close()
    }
  }
}

async function stage(file: Opened, how: Reading): ReturnType<typeof stageDump> {
  if (sqliteNames(file) === null) return stageDump(file, how, wanted)
  const tables = await openForeign(file, how, { articles: articleColumns, version: columns })
  return { tables, fault: null, close: () => tables.close() }
}

async function* articles(tables: Tables, how: Reading, texts: NewsdiffsTexts): AsyncGenerator<Found> {
  const known = tables.hasColumn('articles', 'git_dir') ? ['url', 'git_dir'] : ['url']
  for await (const group of tables.groups({ table: 'version', columns, by: 'article_id', order: 'date' }, how.signal)) {
    const article = tables.find('articles', known, 'id', group.key)
    const place = { url: wordsOf(article?.url), folder: wordsOf(article?.git_dir) }
    const read = (row: Row) => version(row, how, { ...place, texts })
    const { states, refused } = await readRows(group, ({ id }) => `version ${wordsOf(id)}`, read)
    yield* refused
    if (states.length === 0) continue
    const document = trackedDocument({ url: webAddress(place.url), program: 'NewsDiffs' }, states)
    yield { kind: 'document', document, isZoneGuessed: how.zone === null }
  }
}

interface Place {
  readonly url: string
  readonly folder: string
  readonly texts: NewsdiffsTexts
}

/** The file has the date, title and byline in its first lines, then a paragraph a line. */
async function version(row: Row, how: Reading, { url, folder, texts }: Place): Promise<State> {
  const time = wordsOf(row.date)
  const at = trackedTime(time, how.zone)
  const bytes = await texts.read(folder, wordsOf(row.v), url)
  const [date, title, byline, ...paragraphs] = linesOf(mended(new TextDecoder().decode(bytes)))
  const content = trackedContent({
    title: title?.trim() ? title : mended(wordsOf(row.title)),
    byline: byline?.trim() ? byline : textOf(row.byline),
    date,
    paragraphs
  })
  return shownState({ at, id: wordsOf(row.v), time }, content)
}
