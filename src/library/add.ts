import { createHash } from 'node:crypto'
import type { Block, Content } from '../domain/revision.ts'
import { bringInStep, deriveChange } from './derived.ts'
import type { State } from './exchange/document.ts'
import { putBody } from './store/bodies.ts'
import {
  addCapture,
  findCapture,
  observe,
  showingAfter,
  splitRun,
  type CaptureFacts,
  type CaptureRow
} from './store/captures.ts'
import { blockJson } from './store/hash.ts'
import { noteImported } from './store/imports.ts'
import { noteObservation, refreshListing } from './store/listing.ts'
import type { Store } from './store/open.ts'
import { ArticleText } from './store/packs.ts'
import {
  addRevision,
  contentHash,
  contentOf,
  getRevision,
  isShownAt,
  neighbours,
  type RevisionRow
} from './store/revisions.ts'
import { indexAdded, isWaiting, markWaiting, standingOf, type Standing } from './store/search-index.ts'
import { hidesAnything, repeatTombstone, type SeenState } from './store/tombstones.ts'
import { isCaptureTrashed, isTrashed, spreadTrash, trashRevision } from './store/trash.ts'
import { isHidden, isSeen, seenAround, seenBefore } from './seen.ts'

/**
 * What became of a state: a new revision, an observation without one, or nothing because it was stored before; or it is
 * what the reader deleted, which stays deleted.
 */
export type Added = 'revision' | 'observation' | 'known' | 'deleted'

/** How a state was come by. */
export interface Provenance {
  /** The name of the file it came from when it was not our own check. */
  readonly origin: string | null
  /** SHA-256 of the bytes as received, by which the same observation is known again. */
  readonly bodyHash: Buffer | null
  /** Those bytes, which are kept where they show a new text. */
  readonly body?: Buffer | null
  readonly url?: string | null
  readonly finalUrl?: string | null
  readonly headers?: Readonly<Record<string, string>> | null
  /** What read the text, with its version. */
  readonly extractor: string
  /** The import it came with. */
  readonly import?: number | null | undefined
  /** The time is a guess, so that the same bytes of the same file at another time are the same observation. */
  readonly isTimeGuessed?: boolean | undefined
}

/**
 * Stores observations of an article, and the revisions they show where the text differs from the one before in time.
 * Adding the same observation again changes nothing. Runs inside the caller's transaction.
 */
export function addStates(store: Store, article: number, states: readonly State[], from: Provenance): Added[] {
  const adding = newAdding(store, article, from)
  const isBehind = adding.derives && isWaiting(store, article)
  const before = isTrashed(store, article) ? nothingStands : standingOf(store, article)
  const added = states.map((state) => addState(adding, state))
  if (added.length === 1 && added[0] === 'observation') noteObservation(store, article)
  else if (added.some((one) => one !== 'known')) refreshListing(store, article, adding.text)
  if (isBehind) bringInStep(store, article, adding.text)
  else if (adding.touched.size > 0) indexAdded(store, adding.text, { article, before, touched: adding.touched })
  return added
}

/**
 * `addStates` for thousands of states at once: the evidence alone is stored, and `indexing.ts` derives from it what lists,
 * timeline and search show, soon after.
 */
export function storeStates(store: Store, article: number, states: readonly State[], from: Provenance): Added[] {
  const adding = { ...newAdding(store, article, from), derives: false }
  const added = states.map((state) => addState(adding, state))
  if (added.every((one) => one === 'known')) return added
  refreshListing(store, article, adding.text)
  if (adding.touched.size > 0) markWaiting(store, article)
  return added
}

function newAdding(store: Store, article: number, from: Provenance): Adding {
  return {
    store,
    article,
    from,
    derives: true,
    text: new ArticleText(store, article),
    hides: hidesAnything(store, article),
    touched: new Set(),
    blocks: new Map()
  }
}

const nothingStands: Standing = { current: new Set(), first: new Set() }

interface Adding {
  readonly store: Store
  readonly article: number
  readonly text: ArticleText
  readonly from: Provenance
  /** Whether what is derived from a revision is made at once. */
  readonly derives: boolean
  /** Whether the article has anything that was deleted. */
  readonly hides: boolean
  /** The numbers of blocks that revisions added here have. */
  readonly touched: Set<number>
  /** The blocks met here by what they say, so that what was worked out for one is known of all. */
  readonly blocks: Map<string, Block>
}

function addState(adding: Adding, state: State): Added {
  const { store, article } = adding
  const from = provenanceFor(adding.from, state)
  const { content: shown, received: _, original, ...observation } = state
  const content = shown === null ? null : { ...shown, blocks: shown.blocks.map((block) => sameBlock(adding, block)) }
  const { url = null, finalUrl = null, headers = null, origin, bodyHash } = from
  const facts: CaptureFacts = { ...observation, url, finalUrl, headers, origin, bodyHash }
  const note = (capture: number): void => noteOrigin(adding, capture, original)
  const known = findCapture(store, article, facts, from.isTimeGuessed === true)
  if (known !== undefined && (content === null || isKnown(adding, facts, content)))
    return adding.hides && isCaptureTrashed(store, known) ? 'deleted' : 'known'
  if (content === null) {
    note(watch(adding, facts))
    return 'observation'
  }
  const live = neighbours(store, article, state.at)
  const seen = seenAround(store, state.at, { article, live: adding.hides ? null : live })
  if (isSeen(seen, contentHash(content), from)) {
    note(watch(adding, { ...facts, outcome: 'unchanged' }))
    return adding.hides && isHidden(store, article, seen) ? 'deleted' : 'observation'
  }
  if (from.body !== undefined && from.body !== null) putBody(store, article, from.body)
  if (adding.hides) spreadTrash(store, article)
  const { extractor } = from
  note(addSeen(adding, { facts, content, extractor, live: adding.hides ? neighbours(store, article, state.at) : live }))
  return 'revision'
}

/** How a state was come by: what it has of its own goes before what holds for all. */
function provenanceFor(from: Provenance, { received }: State): Provenance {
  if (received === undefined) return from
  const { body, ...own } = received
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
  if (body === undefined) return { ...from, ...given }
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  return { ...from, ...given, body: bytes, bodyHash: createHash('sha256').update(bytes).digest() }
}

function noteOrigin({ store, from }: Adding, capture: number, original: State['original']): void {
  if (from.import === undefined || from.import === null) return
  noteImported(store, capture, { import: from.import, id: original?.id ?? null, time: original?.time ?? null })
}

/** Another file may show another text at the very time of an observation: the text decides where no bytes do. */
function isKnown({ store, article }: Adding, { at, bodyHash }: CaptureFacts, content: Content): boolean {
  if (bodyHash !== null) return true
  const hash = contentHash(content)
  return isShownAt(store, article, { at, textHash: hash }) || seenBefore(store, article, at)?.equals(hash) === true
}

interface NewState {
  readonly facts: CaptureFacts
  readonly extractor: string
  readonly content: Content
  /** The revisions before and after it that are shown. */
  readonly live: ReturnType<typeof neighbours>
}

/** Adds the revision; where the text before it was seen again later, that is a return to it, and added too. */
function addSeen(adding: Adding, { facts, content, live, extractor }: NewState): number {
  const { store, article, hides } = adding
  const { before: seen, until } = seenAround(store, facts.at, { article, live: hides ? null : live })
  const again = seen === undefined ? undefined : showingAfter(store, article, facts.at, until)
  const follows = again === undefined && until === null ? null : (seen?.number ?? 0)
  const first = addCapture(store, article, facts)
  const added = insert(adding, { capture: first, content, follows, extractor, ...live })
  if (again !== undefined && seen !== undefined)
    addReturn(adding, { again, seen, added, follows, extractor, after: live.after, at: facts.at })
  return first
}

interface Return {
  readonly again: CaptureRow
  readonly seen: SeenState
  readonly added: RevisionRow
  readonly follows: number | null
  readonly extractor: string
  readonly after: RevisionRow | undefined
  readonly at: string
}

function addReturn(adding: Adding, { again, seen, added, follows, extractor, after, at }: Return): void {
  const { store } = adding
  const capture = again.first_at > at ? again.id : splitRun(store, again)
  if (seen.revision === null) return repeatTombstone(store, seen.capture!, capture)
  const returned = contentOf(adding.text, getRevision(store, seen.revision)!)
  const insertion = { capture, content: returned, follows, extractor, before: added, after }
  if (seen.deletion === null) insert(adding, insertion)
  else trashRevision(store, put(adding, insertion).id, seen.deletion)
}

function sameBlock({ blocks }: Adding, block: Block): Block {
  const json = blockJson(block)
  const known = blocks.get(json) ?? block
  blocks.set(json, known)
  return known
}

/** Our own checks fold into runs; what a file says is kept as the file has it, so that importing again finds it. */
function watch({ store, article }: Adding, facts: CaptureFacts): number {
  return facts.origin === null ? observe(store, article, facts) : addCapture(store, article, facts)
}

interface Insertion {
  readonly capture: number
  readonly content: Content
  readonly before: RevisionRow | undefined
  readonly after: RevisionRow | undefined
  readonly follows: number | null
  readonly extractor: string
}

function put({ store, article, text }: Adding, insertion: Insertion): RevisionRow {
  return getRevision(store, addRevision(store, text, { article, ...insertion }))!
}

function insert(adding: Adding, insertion: Insertion): RevisionRow {
  const { store, text, touched, derives } = adding
  const added = put(adding, insertion)
  for (const number of added.blocks) touched.add(number)
  if (!derives) return added
  if (insertion.before !== undefined) deriveChange(store, text, insertion.before, added)
  if (insertion.after !== undefined) deriveChange(store, text, added, insertion.after)
  return added
}
