import type { State } from './document.ts'
import { openForeign } from './foreign-sqlite.ts'
import { FileRefusal } from './read-file.ts'
import type { FormatReader, Found, Opened, Reading } from './reader.ts'
import { paragraphsOf } from './simple-html.ts'
import { sqliteNames } from './sqlite-names.ts'
import { Staging } from './staging.ts'
import type { Group, Row } from './groups.ts'
import type { Tables } from './tables.ts'
import { linesOf, shownState, trackedContent, trackedDocument, trackedTime, webAddress } from './tracked.ts'
import { readRows, textOf, wordsOf } from './versions.ts'

const needed = ['version', 'title', 'created'] as const
const optional = ['url', 'source', 'id'] as const
const sentenceColumns = ['entry_id', 'version', 'sent_idx', 'sentence'] as const
const mostSentences = 50_000

/**
 * Reads databases of NewsEdits (github.com/isi-nlp/NewsEdits): `entryversion` with one row a version. Where that has no
 * text, the sentences of `split_sentences` in the same file are joined, a paragraph each, as what paragraphs they stood in
 * is not kept. Sentences alone tell no times, and are refused. Times name no zone.
 */
export const newseditsReader: FormatReader = {
  format: 'newsedits/1',
  fits: (file) => {
    const tables = sqliteNames(file)?.tables
    return (tables?.has('entryversion') === true && !tables.has('entry')) || tables?.has('split_sentences') === true
  },
  read
}

async function* read(file: Opened, how: Reading): AsyncGenerator<Found> {
  if (sqliteNames(file)?.tables.has('entryversion') === false)
    throw new FileRefusal('needs-files', 'entryversion: sentences alone tell no times')
  const tables = await openForeign(file, how, { entryversion: needed })
  try {
    const layout = layoutOf(tables)
    if (layout.text !== null) return yield* articles(tables, how, { ...layout, sentences: null })
    tables.need('split_sentences', sentenceColumns)
    const staging = await sentencesOf(tables, how)
    try {
      yield* articles(tables, how, { ...layout, sentences: staging.tables })
    } finally {
      staging.close()
    }
  } finally {
    tables.close()
  }
}

interface Addressed {
  readonly key: Group['key']
  readonly url: string | null
}

/** What exports of different years call the article and its text. */
interface Layout {
  readonly article: string
  readonly text: string | null
}

function layoutOf(tables: Tables): Layout {
  const has = (column: string) => tables.hasColumn('entryversion', column)
  const article = has('entry_id') ? 'entry_id' : 'article_id'
  tables.need('entryversion', [article])
  return { article, text: ['summary', 'text'].find(has) ?? null }
}

interface Source extends Layout {
  /** Sentences, where versions have no text of their own. */
  readonly sentences: Tables | null
}

async function* articles(tables: Tables, how: Reading, from: Source): AsyncGenerator<Found> {
  const known = optional.filter((column) => tables.hasColumn('entryversion', column))
  const columns = [...needed, from.article, ...known, ...(from.text === null ? [] : [from.text])]
  let article: Addressed = { key: null, url: null }
  const grouping = { table: 'entryversion', columns, by: from.article, order: 'version' }
  for await (const group of tables.groups(grouping, how.signal)) {
    if (article.key !== group.key) article = { key: group.key, url: webAddress(group.rows[0]?.url) }
    const { url } = article
    const record = (row: Row) => `entryversion ${keyOf(row, from)}`
    const { states, refused } = await readRows(group, record, (row) => version(row, how, from))
    yield* refused
    if (states.length === 0) continue
    const facts = { url, source: textOf(group.rows[0]?.source), program: 'NewsEdits' }
    const isZoneGuessed = how.zone === null
    yield { kind: 'document', document: trackedDocument(facts, states), isZoneGuessed }
  }
}

const keyOf = (row: Row, { article }: Layout): string => `${wordsOf(row[article])}-${wordsOf(row.version)}`

function version(row: Row, how: Reading, from: Source): State {
  const time = wordsOf(row.created)
  const key = keyOf(row, from)
  const paragraphs = from.text === null ? joined(key, from.sentences!) : paragraphsOf(wordsOf(row[from.text]))
  const content = trackedContent({ title: textOf(row.title), paragraphs: paragraphs.flatMap(linesOf) })
  return shownState({ at: trackedTime(time, how.zone), id: textOf(row.id) ?? key, time }, content)
}

function joined(key: string, sentences: Tables): string[] {
  const lookup = { column: 'version key', value: key, order: 'sent_idx' }
  return sentences.findAll('sentences', ['sentence'], lookup, mostSentences).map(({ sentence }) => wordsOf(sentence))
}

/** Sentences where they can be found by version: nothing says that the file has an index for that. */
async function sentencesOf(tables: Tables, how: Reading): Promise<Staging> {
  const columns = ['version key', 'sent_idx', 'sentence']
  const staging = await Staging.open(how, { sentences: { columns, keys: ['version key', 'sent_idx'] } })
  try {
    const grouping = { table: 'split_sentences', columns: sentenceColumns, by: 'entry_id', order: 'sent_idx' }
    for await (const { rows } of tables.groups(grouping, how.signal)) {
      for (const row of rows) {
        const key = `${wordsOf(row.entry_id)}-${wordsOf(row.version)}`
        await staging.add('sentences', [key, wordsOf(row.sent_idx), wordsOf(row.sentence)])
      }
    }
    return staging
  } catch (error) {
    staging.close()
    throw error
  }
}
