import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Block, Claim } from '../../../domain/revision.ts'
import { blockHash, blockJson, jsonHash, textHash } from '../../store/hash.ts'
import { PackageFault } from './fault.ts'
import {
  articleLine,
  blockLine,
  captureLine,
  claimsOf,
  deletionClaim,
  headersOf,
  mostOf,
  noteLine,
  recordLine,
  revisionClaim,
  type ArticleLine,
  type CaptureLine,
  type ListedArticle,
  type NoteLine,
  type RecordLine,
  type RevisionClaim
} from './lines.ts'

/** A version as a package holds it. */
export interface ReadVersion {
  readonly seq: number
  /** The hash of its record. */
  readonly hash: string
  readonly claim: RevisionClaim
  readonly capture: number
  /** Places among the article's blocks. */
  readonly blocks: readonly number[]
  readonly claims: readonly Claim[]
}

/** An article of which everything fits. */
export interface ReadArticle {
  readonly article: ArticleLine
  readonly blocks: readonly Block[]
  readonly captures: readonly CaptureLine[]
  readonly versions: readonly ReadVersion[]
  readonly notes: readonly NoteLine[]
  /** Versions that were left out when the package was made. */
  readonly withheld: number
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const zeros = '0'.repeat(64)

/** Reads the file of an article line by line, and checks every hash and count on the way. Each throws `PackageFault`. */
export class ArticleReading {
  readonly #listed: ListedArticle
  readonly #hasBody: (hash: string) => boolean
  #article: ArticleLine | null = null
  readonly #blocks: Block[] = []
  readonly #hashes: Buffer[] = []
  readonly #captures: CaptureLine[] = []
  readonly #versions: ReadVersion[] = []
  readonly #notes: NoteLine[] = []
  /** What each record is; and which of those that are gone a deletion has to name. */
  readonly #kinds: RecordLine['type'][] = []
  readonly #deleted = new Set<number>()
  readonly #gone = new Set<number>()
  #withheld = 0
  /** How many blocks all versions have together. */
  #places = 0
  #prev = zeros
  /** A record as it was hashed, of which the line that belongs to it is still to come. */
  #hashed: string | null = null

  constructor(listed: ListedArticle, hasBody: (hash: string) => boolean) {
    this.#listed = listed
    this.#hasBody = hasBody
  }

  take(line: Buffer): void {
    const text = line.toString()
    if (this.#article === null) this.#begin(parse(text, articleLine))
    else if (this.#hashed !== null) this.#record(parse(text, recordLine))
    else if (text.startsWith('[')) this.#block(text)
    else if (text.startsWith('{"article":')) this.#hashed = text
    else this.#other(text)
  }

  end(): ReadArticle {
    const { chain, blocks, captures, notes } = this.#article ?? fault('line', null, 'no article')
    const counts = [this.#blocks.length, this.#captures.length, this.#notes.length]
    if (this.#hashed !== null || this.#kinds.length < chain.records) fault('record-missing', this.#kinds.length + 1)
    if (this.#kinds.length > chain.records || this.#prev !== chain.head) fault('head', this.#kinds.length)
    const unsaid = [...this.#gone].find((seq) => !this.#deleted.has(seq))
    if (unsaid !== undefined) fault('record-missing', unsaid)
    if ([blocks, captures, notes].some((count, i) => count !== counts[i])) fault('counts')
    return {
      article: this.#article!,
      blocks: this.#blocks,
      captures: this.#captures,
      versions: this.#versions,
      notes: this.#notes,
      withheld: this.#withheld
    }
  }

  #begin(article: ArticleLine): void {
    const { uid, url, chain } = this.#listed
    const isListed = uid === article.uid && url === article.url && chain.head === article.chain.head
    if (!isListed || chain.records !== article.chain.records) fault('manifest', null, this.#listed.file)
    this.#article = article
  }

  #block(text: string): void {
    const [kind, words, links, src] = parse(text, blockLine)
    const block: Block = {
      kind,
      text: words,
      ...(links.length === 0 ? {} : { links: links.map(([text, href]) => ({ text, href })) }),
      ...(src === null ? {} : { src })
    }
    if (blockJson(block) !== text) fault('line', null, `block ${this.#blocks.length}`)
    if (this.#blocks.push(block) > mostOf.blocks) fault('line', null, 'too many blocks')
    this.#hashes.push(blockHash(block))
  }

  #other(text: string): void {
    if (text.startsWith('{"type":"capture"')) this.#capture(parse(text, captureLine))
    else if (text.startsWith('{"type":"note"')) this.#note(parse(text, noteLine))
    else this.#record(parse(text, recordLine))
  }

  #note(note: NoteLine): void {
    if (this.#notes.push(note) > mostOf.notes) fault('line', null, 'too many notes')
  }

  #capture(capture: CaptureLine): void {
    const last = this.#captures.at(-1)
    if (capture.n !== this.#captures.length + 1 || (last !== undefined && capture.at < last.at))
      fault('capture', null, String(capture.n))
    if (capture.record !== null && !this.#hasBody(capture.bodySha256!)) fault('body-missing', null, capture.record)
    if (capture.headers !== null) parse(capture.headers, headersOf)
    if (this.#captures.push(capture) > mostOf.captures) fault('line', null, 'too many captures')
  }

  #record(line: RecordLine): void {
    const { seq, hash, type } = line
    const hashed = this.#hashed
    this.#hashed = null
    if (seq !== this.#kinds.length + 1) fault('record-missing', this.#kinds.length + 1)
    if ((type === 'gone') !== (hashed === null)) fault('record', seq)
    if (type === 'gone') this.#takeGone(line)
    else {
      if (jsonHash(hashed!).toString('hex') !== hash) fault('record', seq)
      if (type === 'version') this.#version(line, hashed!)
      else this.#deletion(seq, hashed!)
    }
    this.#kinds.push(type)
    this.#prev = hash
  }

  #takeGone({ seq, why }: Extract<RecordLine, { type: 'gone' }>): void {
    if (why === 'deleted') this.#gone.add(seq)
    else this.#withheld++
  }

  /** Whether a record is in its place, and canonical: its members sorted, each once. */
  #inPlace(claim: { readonly article: string; readonly seq: number; readonly prev: string }, json: string): void {
    const sorted = Object.fromEntries(Object.entries(claim).sort(([a], [b]) => (a < b ? -1 : 1)))
    const { uid } = this.#article!
    const isHere = claim.article === uid && claim.seq === this.#kinds.length + 1 && claim.prev === this.#prev
    if (!isHere || JSON.stringify(sorted) !== json) fault('record', this.#kinds.length + 1)
  }

  #deletion(seq: number, json: string): void {
    const claim = parse(json, deletionClaim, seq)
    this.#inPlace(claim, json)
    for (const deleted of claim.deletes) {
      const isVersion = deleted < seq && this.#kinds[deleted - 1] === 'gone' && this.#gone.has(deleted)
      if (!isVersion || this.#deleted.has(deleted)) fault('deletion', seq)
      this.#deleted.add(deleted)
    }
  }

  #version(line: Extract<RecordLine, { type: 'version' }>, json: string): void {
    const { seq, hash } = line
    const claim = parse(json, revisionClaim, seq)
    this.#inPlace(claim, json)
    if (sha256(line.claims) !== claim.claimsSha256) fault('record', seq, 'claims')
    this.#places += line.blocks.length
    if (this.#places > mostOf.places) fault('line', seq, 'too many blocks')
    const hashes = line.blocks.map((place) => this.#hashes[place] ?? fault('text', seq))
    if (textHash(hashes).toString('hex') !== claim.textSha256) fault('text', seq)
    this.#shown(claim, this.#captures[line.capture - 1] ?? fault('capture', seq))
    const claims = parse(line.claims, claimsOf, seq)
    this.#versions.push({ seq, hash, claim, capture: line.capture, blocks: line.blocks, claims })
  }

  /** Whether the observation says what the record says. */
  #shown(claim: RevisionClaim, capture: CaptureLine): void {
    const { at, status, origin, finalUrl, headers, bodySha256 } = capture
    const said = [claim.capturedAt, claim.status, claim.origin, claim.url, claim.finalUrl, claim.headersSha256, claim.bodySha256] // prettier-ignore
    const url = capture.url ?? this.#article!.url
    const seen = [at, status, origin, url, finalUrl, headers === null ? null : sha256(headers), bodySha256]
    if (said.some((value, i) => value !== seen[i])) fault('capture', claim.seq)
  }
}

function fault(...what: ConstructorParameters<typeof PackageFault>): never {
  throw new PackageFault(...what)
}

function parse<T>(text: string, shape: z.ZodType<T>, seq: number | null = null): T {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return fault('line', seq, 'JSON')
  }
  const read = shape.safeParse(json)
  return read.success ? read.data : fault('line', seq, read.error.issues[0]?.path.join('.') ?? '')
}
