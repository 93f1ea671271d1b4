import { hash } from 'node:crypto'
import type { Block } from '../../domain/revision.ts'

/**
 * Version of `blockHash` and `textHash`. They decide what counts as the same text, in every library there is, so they
 * never change: a better idea gets a new version beside this one. The same holds for everything else in this file.
 */
export const textFormat = 1

/** By way of text: a buffer of OpenSSL's own costs twice as much to make and to throw away. */
const sha256 = (data: string | Buffer): Buffer => Buffer.from(hash('sha256', data, 'hex'), 'hex')

/** Hashes of blocks that were asked for before: an article's revisions share most of theirs. */
const hashed = new WeakMap<Block, Buffer>()

/** SHA-256 of a block: its kind, text, links and address, as canonical JSON. The text exactly as it was seen. */
export function blockHash(block: Block): Buffer {
  let known = hashed.get(block)
  if (known === undefined) hashed.set(block, (known = sha256(`palimpsest/block/1\n${blockJson(block)}`)))
  return known
}

/** A block as canonical JSON: equal where the blocks are the same. */
export function blockJson({ kind, text, links, src }: Block): string {
  return JSON.stringify([kind, text, (links ?? []).map((link) => [link.text, link.href]), src ?? null])
}

const textPrefix = Buffer.from('palimpsest/text/1\n')

/** SHA-256 of a revision's whole text: the hashes of its blocks in order. */
export function textHash(blockHashes: readonly Buffer[]): Buffer {
  return sha256(Buffer.concat([textPrefix, ...blockHashes]))
}

/** The first 48 bits of a block's hash: enough to find it again, and an exact integer. */
export const blockKey = (hash: Buffer): number => hash.readUIntBE(0, 6)

/**
 * 64 bits of SHA-256 over a row's values, for rows that are no part of a chain: finds what a failing disk changed, not
 * what somebody changed who can seal it again.
 */
export function sealOf(values: readonly (string | number | Uint8Array | null)[]): Buffer {
  const plain = values.map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value))
  return sha256(`palimpsest/seal/1\n${JSON.stringify(plain)}`).subarray(0, 8)
}

/** Everything a revision claims. */
export interface RevisionRecord {
  /** The article's uid. */
  readonly article: string
  /** Place in the article's chain, from 1: the order of storing, which is not always that of time. */
  readonly seq: number
  /** The hash of the record before; null for the first. */
  readonly prev: Buffer | null
  /** `2`, or `2a` for one that was stored late. */
  readonly version: string
  readonly capturedAt: string
  readonly url: string | null
  readonly finalUrl: string | null
  readonly status: number | null
  /** The selected response headers as stored. */
  readonly headers: string | null
  readonly origin: string | null
  readonly bodyHash: Buffer | null
  readonly textHash: Buffer
  readonly textFormat: number
  /** The page's claims as stored. */
  readonly claims: string
  /** The number of words, as the rules of counting had it when it was stored. */
  readonly words: number
  readonly extractor: string
  readonly software: string
}

/** The record of a revision as canonical JSON: RFC 8785 (sorted keys) with strings, integers and null alone. */
export function recordJson(record: RevisionRecord): string {
  const { article, seq, prev, version, capturedAt, url, finalUrl, status, headers, origin } = record
  return JSON.stringify({
    article,
    bodySha256: record.bodyHash?.toString('hex') ?? null,
    capturedAt,
    claimsSha256: sha256(record.claims).toString('hex'),
    extractor: record.extractor,
    finalUrl,
    headersSha256: headers === null ? null : sha256(headers).toString('hex'),
    kind: 'revision',
    origin,
    prev: hexOrZeros(prev),
    seq,
    software: record.software,
    status,
    textFormat: record.textFormat,
    textSha256: record.textHash.toString('hex'),
    url,
    v: 1,
    version,
    words: record.words
  })
}

/** What a chain says about something that was deleted for good. */
export interface DeletionRecord {
  readonly article: string
  readonly seq: number
  readonly prev: Buffer | null
  readonly at: string
  /** The places in the chain whose revisions are gone; their hashes stay. */
  readonly deletes: readonly number[]
  readonly reason: string
}

/** The record of a deletion as canonical JSON. */
export function deletionJson({ article, seq, prev, at, deletes, reason }: DeletionRecord): string {
  return JSON.stringify({ article, at, deletes, kind: 'deletion', prev: hexOrZeros(prev), reason, seq, v: 1 })
}

const hexOrZeros = (hash: Buffer | null): string => (hash ?? Buffer.alloc(32)).toString('hex')

/** SHA-256 of a record's canonical JSON. */
export const jsonHash = (json: string): Buffer => sha256(`palimpsest/rev/1\n${json}`)

/** SHA-256 of a revision's record. */
export const recordHash = (record: RevisionRecord): Buffer => jsonHash(recordJson(record))
