import type { Note } from '../../../contract/notes.ts'
import { firstText } from '../../../domain/revision.ts'
import { headRow, recordRows, revisionRow, type RecordRow } from '../../store/evidence.ts'
import { blockJson, recordJson } from '../../store/hash.ts'
import { notesOf } from '../../store/notes.ts'
import type { Store } from '../../store/open.ts'
import { writtenArticle, writtenCaptures, type WrittenArticle, type WrittenCapture } from '../../store/package-facts.ts'
import { ArticleText } from '../../store/packs.ts'
import { recordOf } from '../../store/records.ts'
import { readRuns } from '../../store/runs.ts'
import { recordIdOf } from '../warc-out/archive.ts'
import type { ArticleLine, CaptureLine, NoteLine, RecordLine } from './lines.ts'

/** All that is written of one article, gathered at once so that it is of one moment. */
export interface ArticleToWrite {
  readonly article: WrittenArticle
  readonly chain: ArticleLine['chain']
  readonly headline: string
  readonly captures: number
  readonly versions: number
  readonly notes: number
  readonly lines: Iterable<string>
}

/** An article with its history as docs/format.md says; undefined where it is not there any more. Throws `Damage`. */
export function articleToWrite(store: Store, id: number, withNotes: boolean): ArticleToWrite | undefined {
  const article = writtenArticle(store, id)
  const head = headRow(store, id)
  if (article === undefined || head === undefined) return undefined
  const captures = writtenCaptures(store, id)
  const places = new Map(captures.map(({ revision }, i) => [revision, i + 1]))
  const blocks = new Blocks(new ArticleText(store, id))
  const prev = previousHashes(store, id)
  const records = recordRows(store, id).map((row) => new WrittenRecord(row, places))
  const chained = records.map((record) => record.lines(store, { blocks, prev: prev.get(record.row.seq) ?? null }))
  const notes = withNotes ? notesOf(store, id).map((note) => noteLine(store, note, places)) : []
  const chain = { records: head.seq, head: head.hash.toString('hex') }
  const versions = records.filter((record) => record.capture !== undefined)
  const first = { type: 'article', uid: article.uid, url: article.url, lang: article.lang, dir: article.dir, source: article.source, chain, blocks: blocks.lines.length, captures: captures.length, notes: notes.length } satisfies ArticleLine // prettier-ignore
  const capturesWritten = captures.map((capture, i) => captureLine(article.uid, capture, i + 1))
  return {
    article,
    chain,
    headline: blocks.headline ?? article.url ?? '',
    captures: captures.length,
    versions: versions.length,
    notes: notes.length,
    lines: inLines([[JSON.stringify(first)], blocks.lines, capturesWritten, ...chained, notes])
  }
}

function* inLines(groups: readonly (readonly string[])[]): Generator<string> {
  for (const group of groups) for (const line of group) yield `${line}\n`
}

function previousHashes(store: Store, id: number): Map<number, Buffer> {
  return new Map(recordRows(store, id).map(({ seq, hash }) => [seq + 1, hash]))
}

/** The blocks of an article, each once, numbered as versions first show them. */
class Blocks {
  readonly #text: ArticleText
  readonly #places = new Map<number, number>()
  readonly lines: string[] = []
  /** That of the version which was looked at last. */
  headline: string | null = null

  constructor(text: ArticleText) {
    this.#text = text
  }

  places(numbers: readonly number[]): number[] {
    const blocks = numbers.map((number) => this.#text.block(number))
    this.headline = firstText({ blocks, claims: [] }, 'headline') ?? this.headline
    return numbers.map((number, i) => {
      const known = this.#places.get(number)
      if (known !== undefined) return known
      this.#places.set(number, this.lines.length)
      return this.lines.push(blockJson(blocks[i]!)) - 1
    })
  }
}

/** A record of the chain, as two lines: what was hashed, and what belongs to it; or one where what was hashed is gone. */
class WrittenRecord {
  readonly row: RecordRow
  /** Which observation showed its version; undefined where it is not written. */
  readonly capture: number | undefined

  constructor(row: RecordRow, places: ReadonlyMap<number | null, number>) {
    this.row = row
    this.capture = row.revision_id === null ? undefined : places.get(row.revision_id)
  }

  lines(store: Store, { blocks, prev }: { readonly blocks: Blocks; readonly prev: Buffer | null }): string[] {
    const { seq, kind, json, revision_id: id } = this.row
    const hash = this.row.hash.toString('hex')
    const line = (one: RecordLine): string => JSON.stringify(one)
    if (kind === 'deletion') return [json ?? '', line({ type: 'deletion', seq, hash })]
    if (id === null) return [line({ type: 'gone', seq, hash, why: 'deleted' })]
    const record = recordOf(store, id)
    const revision = revisionRow(store, id)
    if (this.capture === undefined || record === undefined || revision === undefined)
      return [line({ type: 'gone', seq, hash, why: 'withheld' })]
    const places = blocks.places(readRuns(revision.blocks))
    const version = { capture: this.capture, blocks: places, claims: revision.claims }
    return [recordJson({ ...record, prev }), line({ type: 'version', seq, hash, ...version })]
  }
}

function captureLine(uid: string, capture: WrittenCapture, n: number): string {
  const {
    first_at: at,
    last_at: until,
    count,
    outcome,
    status,
    error,
    origin,
    url,
    final_url: finalUrl,
    headers
  } = capture
  const bodySha256 = capture.body_hash?.toString('hex') ?? null
  const record = recordIdOf(uid, n, capture)
  const seen = { type: 'capture', n, at, until, count, outcome, status, error, origin } as const
  return JSON.stringify({ ...seen, url, finalUrl, headers, bodySha256, record } satisfies CaptureLine)
}

/** A note on a version which is not written becomes one on the article. */
function noteLine(
  store: Store,
  { about, text, createdAt, updatedAt }: Note,
  places: ReadonlyMap<number | null, number>
) {
  const isWritten = about.kind === 'version' && places.has(about.revision)
  const seq = isWritten ? (revisionRow(store, about.revision)?.seq ?? null) : null
  const edit = about.kind === 'change' ? about.hash : null
  return JSON.stringify({ type: 'note', seq, edit, text, createdAt, updatedAt } satisfies NoteLine)
}
