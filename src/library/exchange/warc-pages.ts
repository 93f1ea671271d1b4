import type { RefusalCode } from '../../contract/importing.ts'
import { articleKey } from '../address/key.ts'
import type { State } from './document.ts'
import { pageState, type PageState } from './page-state.ts'
import { FileRefusal, largestFile } from './read-file.ts'
import type { Found, Reading } from './reader.ts'
import { siteDocument } from './site-document.ts'
import { fits, digestOf } from './warc-digest.ts'
import { isPage, readForms, readHead, type Head } from './warc-http.ts'
import { factsOf, recordsOf, type Archive, type RecordFacts } from './warc-archive.ts'
import type { WarcRecord } from './warc-records.ts'
import { isNotModified, survey, type Survey } from './warc-survey.ts'

export type Reads = Pick<Reading, 'pages' | 'signal'>

/**
 * The pages in web archives that belong together: a document for each observation that shows a text, and for what else was
 * seen at their addresses. Read twice, first without their bodies, so that a record that repeats another finds it wherever it
 * is. `only`: keys of the addresses that count as pages; null where nobody says.
 */
export async function* archivedPages(
  archives: readonly Archive[],
  how: Reads,
  only: ReadonlySet<string> | null
): AsyncGenerator<Found> {
  const surveyed = await survey(archives, how.signal)
  const reading = new ArchiveReading(how, surveyed, only)
  for (const archive of archives) yield* reading.read(archive)
  yield* reading.rest()
}

/** So many observations without a text wait for a text of their address. */
const mostWaiting = 20_000

class ArchiveReading {
  readonly #how: Reads
  readonly #survey: Survey
  readonly #only: ReadonlySet<string> | null
  /** The keys of the addresses that have shown a text. */
  readonly #shown = new Set<string>()
  readonly #waiting: { readonly target: string; readonly state: State }[] = []
  #others = 0
  #unlike = 0

  constructor(how: Reads, surveyed: Survey, only: ReadonlySet<string> | null) {
    this.#how = how
    this.#survey = surveyed
    this.#only = only
  }

  async *read(archive: Archive): AsyncGenerator<Found> {
    try {
      for await (const record of recordsOf(archive, this.#how.signal)) {
        if (record.kind === 'lost') yield refused(archive.name, new FileRefusal('damaged', record.detail))
        else yield* this.#record(record)
      }
    } catch (error) {
      // What stood before the broken place is kept.
      if (!(error instanceof FileRefusal)) throw error
      yield refused(archive.name, error)
    }
  }

  async *#record(record: WarcRecord): AsyncGenerator<Found> {
    const facts = factsOf(record)
    if (facts === null) return
    try {
      if (facts.type === 'revisit') this.#revisit(record, facts)
      else if (this.#survey.isPosted(record)) this.#others++
      else yield* this.#observation(record, facts)
    } catch (error) {
      if (!(error instanceof FileRefusal) || error.detail.endsWith('before the end of a record')) throw error
      yield refused(facts.id || facts.target, error)
    }
  }

  async *#observation(record: WarcRecord, facts: RecordFacts): AsyncGenerator<Found> {
    if (facts.at === null) throw new FileRefusal('bad-time', facts.time)
    const repeats = this.#survey.repeatsOf(record, facts)
    const isListed = (target: string) => this.#only === null || this.#only.has(articleKey(target))
    const targets = [facts, ...repeats].filter(({ target }) => isListed(target))
    const page = targets.length === 0 ? null : await readPage(this.#how, record, facts)
    if (page === null) this.#others += 1 + repeats.length
    else for (const one of targets) yield* this.#state(one, page)
  }

  /** The server said that nothing had changed; what repeats another record comes with that. */
  #revisit({ headers }: WarcRecord, { target, at, time, id }: RecordFacts): void {
    if (at === null || !isNotModified(headers)) return
    const seen = { at, until: at, count: 1, outcome: 'not-modified', status: 304, error: null, content: null } as const
    this.#wait(target, { ...seen, original: { id: id || null, time } })
  }

  #wait(target: string, state: State): void {
    if (this.#waiting.length < mostWaiting) this.#waiting.push({ target, state })
    else this.#unlike++
  }

  *#state({ target, at, time, id }: RecordFacts, { page, state: shown }: PageState): Generator<Found> {
    const state = { ...shown, at: at!, until: at!, original: { id: id || null, time } }
    if (page !== null && state.content !== null) {
      this.#shown.add(articleKey(target))
      yield siteDocument(target, page, [state])
    } else this.#wait(target, withoutBody(state))
  }

  /** What was seen beside texts, where a text of the same address is there, and how much was left out. */
  *rest(): Generator<Found> {
    for (const { target, state } of this.#waiting) {
      if (this.#shown.has(articleKey(target))) yield siteDocument(target, null, [state])
      else this.#unlike++
    }
    const foreign = this.#survey.unfound
    if (foreign > 0)
      yield many(
        'needs-files',
        counted(foreign, 'record that repeats', 'records that repeat', 'what is not in it'),
        foreign
      )
    const left = [
      counted(this.#others, 'record that holds', 'records that hold', 'no page'),
      counted(this.#unlike, 'answer that holds', 'answers that hold', 'no article')
    ].filter((part) => part !== '')
    if (left.length > 0) yield many('not-a-page', left.join(', '), this.#others + this.#unlike)
  }
}

const counted = (count: number, one: string, more: string, what: string): string =>
  count === 0 ? '' : `${count} ${count === 1 ? one : more} ${what}`

const many = (code: RefusalCode, detail: string, count: number): Found => ({
  kind: 'refused',
  record: '',
  code,
  detail,
  count
})

const refused = (record: string, { code, detail }: FileRefusal): Found => ({ kind: 'refused', record, code, detail })

/** An answer without a text is noted, but its bytes are of no use. */
const withoutBody = (state: State): State => ({ ...state, received: { ...state.received, body: undefined } })

/** A page, or an answer that was an error; null for a picture or the like. Throws `FileRefusal`. */
async function readPage(
  how: Reads,
  { block, headers: fields }: WarcRecord,
  facts: RecordFacts
): Promise<PageState | null> {
  const head = facts.type === 'resource' ? resourceHead(fields) : await readHead(block)
  if (head === null) throw new FileRefusal('damaged', 'no response in it')
  if (head.status === 200 && !isPage(head)) return null
  const kept = await block.rest(largestFile)
  if (kept === null) throw new FileRefusal('too-large', `${block.left} bytes`)
  const cut = fields.get('warc-truncated')
  if (cut !== undefined) throw new FileRefusal('truncated', `by the crawler: ${cut.slice(0, 50)}`)
  const forms = await readForms(head, kept)
  check(block.isIntact, fields.get('warc-payload-digest'), forms)
  const { status, headers } = head
  const page = await pageState(how, { body: forms.at(-1)!, url: facts.target, at: facts.at!, status, headers })
  // A file that was put into an archive is no answer of a server.
  return facts.type === 'resource' ? { ...page, state: { ...page.state, status: null } } : page
}

const resourceHead = (fields: ReadonlyMap<string, string>): Head => ({
  status: 200,
  headers: { 'content-type': fields.get('content-type') ?? 'application/octet-stream' }
})

/** Programs do not agree whether a payload is what was sent or what it stood for, so either fits. */
function check(isIntact: boolean | null, payload: string | undefined, forms: readonly Buffer[]): void {
  if (isIntact === false) throw new FileRefusal('tampered', 'its block does not fit its digest')
  const digest = digestOf(payload)
  if (isIntact === null && digest !== null && !forms.some((form) => fits(digest, form)))
    throw new FileRefusal('tampered', 'its payload does not fit its digest')
}
