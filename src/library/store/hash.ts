import { createHash } from 'node:crypto'
import type { Block } from '../../domain/revision.ts'

/**
 * Version of the two functions below. They decide what counts as the same text, in every library there is, so they
 * never change: a better idea gets a new version beside this one.
 */
export const textFormat = 1

/** SHA-256 of a block: its kind, text, links and address, as canonical JSON. The text exactly as it was seen. */
export function blockHash(block: Block): Buffer {
  const links = (block.links ?? []).map((link) => [link.text, link.href])
  const canonical = JSON.stringify([block.kind, block.text, links, block.src ?? null])
  return createHash('sha256').update('palimpsest/block/1\n').update(canonical).digest()
}

/** SHA-256 of a revision's whole text: the hashes of its blocks in order. */
export function textHash(blockHashes: readonly Buffer[]): Buffer {
  const hash = createHash('sha256').update('palimpsest/text/1\n')
  for (const block of blockHashes) hash.update(block)
  return hash.digest()
}
