import { unpackedHead } from './byte-stream.ts'
import { besideIt, stageCsv } from './csv-tables.ts'
import type { State } from './document.ts'
import { dumpNames, stageDump, type DumpTables, type WantedTables } from './dump-tables.ts'
import { stageJson } from './json-tables.ts'
import { pageState } from './page-state.ts'
import type { FormatReader, Found, Opened, Reading } from './reader.ts'
import { paragraphsOf } from './simple-html.ts'
import type { Row } from './groups.ts'
import type { Tables } from './tables.ts'
import { linesOf, shownState, trackedContent, trackedDocument, trackedTime, webAddress } from './tracked.ts'
import { readRows, textOf, wordsOf } from './versions.ts'

const wanted: WantedTables = {
  pages: { needs: ['id', 'url'], may: ['name'], keys: ['id'] },
  page_snapshots: {
    needs: ['id', 'page_id', 'created_at'],
    may: ['html', 'text'],
    keys: ['page_id', 'created_at']
  }
}
const columns = ['id', 'page_id', 'created_at', 'html', 'text']

/**
 * Reads what Klaxon (github.com/themarshallproject/klaxon) keeps: pg_dump's text, or its tables as JSON or CSV. It keeps whole
 * pages, which are read as our own checks read theirs; where that finds no article in one, its text stands for it. Times are
 * UTC, as Rails keeps them.
 */
export const klaxonReader: FormatReader = {
  format: 'klaxon/1',
  fits: async (file) => kindOf(file) !== null || (await dumpNames(file)).has('page_snapshots'),
  async *read(file, how) {
    const { tables, fault, close } = await stage(file, how)
    try {
      yield* pages(tables, how)
      if (fault !== null) throw fault
    } finally {
      close()
    }
  }
}

type Kind = 'json' | 'pages' | 'page_snapshots'

/** What the file is where it is no dump: JSON, or one of two tables as CSV. */
function kindOf(file: Opened): Kind | null {
  const head = unpackedHead(file).replace(/^\xEF\xBB\xBF/, '')
  if (/^\s*\{/.test(head)) return isJson.test(head) ? 'json' : null
  const columns = /^.*/.exec(head)![0].replaceAll('"', '').trim().split(',')
  const has = (...names: string[]) => names.every((name) => columns.includes(name))
  if (has('id', 'page_id', 'created_at') && (has('html') || has('text'))) return 'page_snapshots'
  return has('id', 'url', 'css_selector') ? 'pages' : null
}

const isJson = /"(?:page_snapshots|pageSnapshots)"\s*:\s*\[|"pages"\s*:\s*\[[\s\S]*"(?:css_selector|cssSelector)"/

async function stage(file: Opened, how: Reading): Promise<DumpTables> {
  const kind = kindOf(file)
  if (kind === null) return stageDump(file, how, wanted)
  if (kind === 'json') return stageJson(file, how, wanted)
  const other = kind === 'pages' ? 'page_snapshots' : 'pages'
  return stageCsv({ [other]: await besideIt(file, kind, other), [kind]: file }, how, wanted)
}

async function* pages(tables: Tables, how: Reading): AsyncGenerator<Found> {
  const grouping = { table: 'page_snapshots', columns, by: 'page_id', order: 'created_at' }
  for await (const group of tables.groups(grouping, how.signal)) {
    const page = tables.find('pages', ['name', 'url'], 'id', group.key)
    const url = webAddress(textOf(page?.url)?.trim())
    const read = (row: Row) => snapshot(row, { url, name: textOf(page?.name) }, how)
    const { states, refused } = await readRows(group, ({ id }) => `page_snapshots ${wordsOf(id)}`, read)
    yield* refused
    const facts = { url, program: 'Klaxon' }
    if (states.length > 0) yield { kind: 'document', document: trackedDocument(facts, states) }
  }
}

interface Watched {
  readonly url: string | null
  readonly name: string | null
}

async function snapshot(row: Row, { url, name }: Watched, how: Reading): Promise<State> {
  const time = wordsOf(row.created_at)
  const original = { id: wordsOf(row.id), time }
  const at = trackedTime(time, null)
  const [html, text] = [wordsOf(row.html), wordsOf(row.text)]
  if (url !== null && /<(?:html|body|!doctype)/i.test(html.slice(0, 4000))) {
    const headers = { 'content-type': 'text/html; charset=utf-8' }
    const { state } = await pageState(how, { body: Buffer.from(html), url, at, status: 200, headers, original })
    if (state.content !== null || text === '') return state
  }
  // A page without an address is known again by the name that somebody gave it.
  const title = url === null ? name : null
  return shownState(
    { at, ...original },
    trackedContent({ title, paragraphs: text === '' ? paragraphsOf(html) : linesOf(text) })
  )
}
