import { compare } from '../domain/diff/compare.ts'
import { noted } from '../domain/disclosure.ts'
import { firstText, type Content } from '../domain/revision.ts'
import { changePhrase } from '../domain/summary.ts'
import type { State } from './exchange/document.ts'
import { identityOf } from './store/articles.ts'
import { addCapture, hasCapture, observe, showingAfter, splitRun, type CaptureFacts } from './store/captures.ts'
import { putChange, removeChange } from './store/changes.ts'
import { refreshListing } from './store/listing.ts'
import type { Store } from './store/open.ts'
import { ArticleText } from './store/packs.ts'
import { addRevision, contentHash, contentOf, getRevision, neighbours, type RevisionRow } from './store/revisions.ts'
import { indexBlocks, markIndexed, sourceOf } from './store/search-index.ts'

/** What became of a state: a new revision, an observation without one, or nothing because it was stored before. */
export type Added = 'revision' | 'observation' | 'known'

/** How a state was come by. */
export interface Provenance {
  /** The name of the file it came from when it was not our own check. */
  readonly origin: string | null
  readonly bodyHash: Buffer | null
  readonly url?: string | null
  readonly finalUrl?: string | null
  readonly headers?: Readonly<Record<string, string>> | null
  /** What read the text, with its version. */
  readonly extractor: string
}

/**
 * Stores observations of an article, and the revisions they show where the text differs from the one before in time.
 * Adding the same observation again changes nothing. Runs inside the caller's transaction.
 */
export function addStates(store: Store, article: number, states: readonly State[], from: Provenance): Added[] {
  const adding: Adding = { store, article, text: new ArticleText(store, article), from, touched: new Set() }
  const before = currentBlocks(adding)
  const added = states.map((state) => addState(adding, state))
  if (adding.touched.size > 0) index(adding, before)
  if (added.some((one) => one !== 'known')) refreshListing(store, article, adding.text)
  if (adding.touched.size > 0) markIndexed(store, article)
  return added
}

interface Adding {
  readonly store: Store
  readonly article: number
  readonly text: ArticleText
  readonly from: Provenance
  /** The numbers of blocks that revisions added here have. */
  readonly touched: Set<number>
}

function addState(adding: Adding, state: State): Added {
  const { store, article, from } = adding
  const { content, ...observation } = state
  const facts: CaptureFacts = { url: null, finalUrl: null, headers: null, ...observation, ...from }
  if (hasCapture(store, article, facts)) return 'known'
  if (content === null) {
    watch(adding, facts)
    return 'observation'
  }
  const { before, after } = neighbours(store, article, state.at)
  if (before?.textHash.equals(contentHash(content)) === true) {
    watch(adding, { ...facts, outcome: 'unchanged' })
    return 'observation'
  }
  const again = before === undefined ? undefined : showingAfter(store, article, state.at, after?.at ?? null)
  const returning = again !== undefined || after !== undefined
  const added = insert(adding, { capture: addCapture(store, article, facts), content, before, after, late: returning })
  if (again !== undefined && before !== undefined) {
    const seenAgain = again.first_at > state.at ? again.id : splitRun(store, again)
    insert(adding, {
      capture: seenAgain,
      content: contentOf(adding.text, before),
      before: added,
      after,
      late: returning
    })
  }
  return 'revision'
}

/** Our own checks fold into runs; what a file says is kept as the file has it, so that importing again finds it. */
function watch({ store, article }: Adding, facts: CaptureFacts): void {
  if (facts.origin === null) observe(store, article, facts)
  else addCapture(store, article, facts)
}

interface Insertion {
  readonly capture: number
  readonly content: Content
  readonly before: RevisionRow | undefined
  readonly after: RevisionRow | undefined
  /** Something later in time is stored already. */
  readonly late: boolean
}

function insert({ store, article, text, from, touched }: Adding, insertion: Insertion): RevisionRow {
  const { extractor } = from
  const added = getRevision(store, addRevision(store, text, { article, extractor, ...insertion }))!
  for (const number of added.blocks) touched.add(number)
  if (insertion.before !== undefined) deriveChange(store, text, insertion.before, added)
  if (insertion.after !== undefined) deriveChange(store, text, added, insertion.after)
  return added
}

/** Works out what changed between two neighbouring revisions and keeps it for the list and the timeline. */
export function deriveChange(store: Store, text: ArticleText, older: RevisionRow, newer: RevisionRow): void {
  const [before, after] = [contentOf(text, older), contentOf(text, newer)]
  const comparison = compare(before, after, { lang: identityOf(store, newer.article).lang })
  const minor = comparison.edits.every(({ minor, folded }) => minor || folded)
  const isNoted = noted(before, after)
  putChange(store, {
    revision: newer.id,
    against: older.id,
    wordsAdded: comparison.wordsAdded,
    wordsRemoved: comparison.wordsRemoved,
    minor,
    headlineChanged: firstText(before, 'headline') !== firstText(after, 'headline'),
    noted: isNoted,
    silent: !minor && !isNoted,
    summary: changePhrase(comparison),
    edits: comparison.edits.map(({ kinds, reason, minor, folded, rule }) => ({ kinds, reason, minor, folded, rule }))
  })
}

/** Compares the revisions around one that went or came back. */
export function rederive(store: Store, text: ArticleText, older: RevisionRow | undefined, newer: RevisionRow): void {
  if (older === undefined) removeChange(store, newer.id)
  else deriveChange(store, text, older, newer)
}

function currentBlocks({ store, article }: Adding): ReadonlySet<number> {
  return new Set(neighbours(store, article, '~').before?.blocks)
}

/** Puts what is new into the search index, and marks anew what came to stand, or no longer stands, in the newest text. */
function index(adding: Adding, before: ReadonlySet<number>): void {
  const { store, article, text, touched } = adding
  const current = currentBlocks(adding)
  const moved = [...before, ...current].filter((number) => before.has(number) !== current.has(number))
  const fresh = [...touched].filter((number) => !(before.has(number) && current.has(number)))
  const numbers = [...new Set([...moved, ...fresh])].toSorted((a, b) => a - b)
  indexBlocks(store, text, numbers, { article, source: sourceOf(store, article), current })
}
