import { z } from 'zod'
import { deletionJson, jsonHash } from '../store/hash.ts'
import type { RecordRow } from '../store/evidence.ts'
import { sameBytes } from './broken.ts'

const claim = z.strictObject({
  article: z.string(),
  at: z.string(),
  deletes: z.array(z.int().positive()),
  kind: z.literal('deletion'),
  prev: z.string().regex(/^[0-9a-f]{64}$/),
  reason: z.string(),
  seq: z.int().positive(),
  v: z.literal(1)
})
export type DeletionClaim = z.output<typeof claim>

/** What a deletion's record says; null where it is not what was hashed, or not canonical. */
export function readDeletion({ json, hash, revision_id: revision }: RecordRow): DeletionClaim | null {
  if (typeof json !== 'string' || revision !== null || !sameBytes(hash, jsonHash(json))) return null
  const read = claim.safeParse(parsed(json))
  if (!read.success) return null
  const { prev, ...rest } = read.data
  return deletionJson({ ...rest, prev: Buffer.from(prev, 'hex') }) === json ? read.data : null
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/**
 * The places in a chain whose revisions are gone by its own word, but for those deleted for one reason; null where a
 * deletion cannot be read.
 */
export function deletedPlaces(records: readonly RecordRow[], except?: string): ReadonlySet<number> | null {
  const claims = records.filter(({ kind }) => kind === 'deletion').map(readDeletion)
  if (claims.includes(null)) return null
  return new Set(claims.flatMap((one) => (one === null || one.reason === except ? [] : one.deletes)))
}

/** Whether a deletion stands where it says it does, and deletes versions before it that nothing deleted yet. */
export function isInPlace(said: DeletionClaim, before: readonly RecordRow[], article: string): boolean {
  const deletedBefore = deletedPlaces(before) ?? new Set()
  const prev = before.at(-1)?.hash ?? Buffer.alloc(32)
  return (
    said.article === article &&
    said.seq === before.length + 1 &&
    sameBytes(prev, Buffer.from(said.prev, 'hex')) &&
    new Set(said.deletes).size === said.deletes.length &&
    said.deletes.every((seq) => before[seq - 1]?.kind === 'revision' && !deletedBefore.has(seq))
  )
}
