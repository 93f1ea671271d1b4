import { z } from 'zod'
import { outcomes } from '../../../domain/capture.ts'
import { blockKinds } from '../../../domain/revision.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const time = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/)
  .refine((text) => !Number.isNaN(Date.parse(text)))
const address = z.string().max(16_384)
const count = z.int().min(0).max(100_000_000)
const name = z.string().max(10_000)

/** More of one article than anybody writes: what is held while it is read stays within a few dozen megabytes. */
export const mostOf = { blocks: 250_000, captures: 100_000, notes: 10_000, places: 5_000_000 } as const

const nullable = { address: z.nullable(address), name: z.nullable(name), hash: z.nullable(sha256) }

const chain = z.strictObject({ records: count, head: sha256 })

/** The first line of an article's file. */
export const articleLine = z.strictObject({
  type: z.literal('article'),
  uid: z.uuid(),
  url: nullable.address,
  lang: z.nullable(z.string().max(100)),
  dir: z.enum(['ltr', 'rtl']),
  source: z.strictObject({ name, homepage: nullable.address, folder: nullable.name }),
  chain,
  blocks: count,
  captures: count,
  notes: count
})
export type ArticleLine = z.output<typeof articleLine>

/** A block: `[kind, text, [[words, address], ...], address of the image or null]`, exactly as it is hashed. */
export const blockLine = z.tuple([
  z.enum(blockKinds),
  z.string(),
  z.array(z.tuple([z.string(), z.string()])),
  z.nullable(z.string())
])

export const captureLine = z
  .strictObject({
    type: z.literal('capture'),
    n: count,
    at: time,
    until: time,
    count: z.int().min(1).max(1_000_000_000),
    outcome: z.enum(outcomes),
    status: z.nullable(z.int().min(0).max(999)),
    error: nullable.name,
    origin: nullable.name,
    url: nullable.address,
    finalUrl: nullable.address,
    headers: z.nullable(z.string().max(200_000)),
    bodySha256: nullable.hash,
    record: z.nullable(z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/))
  })
  .refine(({ at, until }) => at <= until)
  .refine(({ record, bodySha256 }) => record === null || bodySha256 !== null)
export type CaptureLine = z.output<typeof captureLine>

/** A record of a version as it is hashed: canonical JSON (RFC 8785). */
export const revisionClaim = z.strictObject({
  article: z.string(),
  bodySha256: nullable.hash,
  capturedAt: z.string(),
  claimsSha256: sha256,
  extractor: z.string().max(200),
  finalUrl: nullable.address,
  headersSha256: nullable.hash,
  kind: z.literal('revision'),
  origin: nullable.name,
  prev: sha256,
  seq: count,
  software: z.string().max(200),
  status: z.nullable(z.int()),
  textFormat: z.literal(1),
  textSha256: sha256,
  url: nullable.address,
  v: z.literal(1),
  version: z.string().regex(/^\d{1,9}[a-z]{0,9}$/),
  words: count
})
export type RevisionClaim = z.output<typeof revisionClaim>

/** A record of a deletion as it is hashed. */
export const deletionClaim = z.strictObject({
  article: z.string(),
  at: z.string(),
  deletes: z.array(z.int().positive()),
  kind: z.literal('deletion'),
  prev: sha256,
  reason: name,
  seq: count,
  v: z.literal(1)
})

const place = { seq: z.int().positive(), hash: sha256 }
export const recordLine = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('version'),
    ...place,
    /** Which observation showed it first, by its number. */
    capture: z.int().positive(),
    /** Its blocks in order, by their places in this file from 0. */
    blocks: z.array(count).max(100_000),
    /** What the page says about its time: JSON exactly as it is hashed. */
    claims: z.string()
  }),
  z.strictObject({ type: z.literal('deletion'), ...place }),
  z.strictObject({ type: z.literal('gone'), ...place, why: z.enum(['deleted', 'withheld']) })
])
export type RecordLine = z.output<typeof recordLine>

export const noteLine = z.strictObject({
  type: z.literal('note'),
  /** Of the version it is on, by its place in the chain; null for one on the article or on a change. */
  seq: z.nullable(z.int().positive()),
  /** The hash of the edit it is on. */
  edit: z.nullable(z.string().regex(/^[0-9a-f]{16}$/)),
  text: z.string().max(100_000),
  createdAt: time,
  updatedAt: time
})
export type NoteLine = z.output<typeof noteLine>

export const claimsOf = z.array(
  z.strictObject({
    kind: z.enum(['published', 'updated']),
    where: z.enum(['visible', 'metadata']),
    text: z.string(),
    at: z.nullable(z.string())
  })
)

export const headersOf = z.record(z.string(), z.string())

/** What a package says of an article before its file is opened. */
const listedArticle = z.strictObject({
  n: z.int().positive(),
  file: z.string().max(100),
  uid: z.uuid(),
  url: nullable.address,
  headline: z.string(),
  chain
})
export type ListedArticle = z.output<typeof listedArticle>

/** `palimpsest/package.json`. */
export const manifest = z.strictObject({
  format: z.literal('palimpsest-package'),
  version: z.literal(1),
  madeBy: nullable.name,
  software: name,
  madeAt: time,
  title: z.string(),
  counts: z.strictObject({ articles: count, versions: count, captures: count, records: count, notes: count }),
  articles: z.array(listedArticle).max(150_000)
})
export type Manifest = z.output<typeof manifest>

/** `datapackage.json`, of which other programs may have written more. */
export const dataPackage = z.looseObject({
  resources: z.array(
    z.looseObject({ path: z.string(), hash: z.string().regex(/^sha256:[0-9a-f]{64}$/), bytes: z.int().min(0) })
  )
})

export const digestFile = z.looseObject({ path: z.literal('datapackage.json'), hash: z.string() })
