import { blockHash, textHash } from '../store/hash.ts'
import type { RevisionEvidence } from '../store/evidence.ts'
import type { ArticleText } from '../store/packs.ts'
import { readRuns, writeRuns } from '../store/runs.ts'
import { brokenVersion, sameBytes, type Broken } from './broken.ts'

/** Whether a version's text still is the one whose hash its record holds, and its headline the one it names. */
export function textBroken(text: ArticleText, revision: RevisionEvidence): Broken | null {
  const numbers = readRuns(revision.blocks)
  if (writeRuns(numbers) !== revision.blocks) return brokenVersion('text', revision, 'blocks')
  const blocks = numbers.map((number) => text.block(number))
  if (!sameBytes(revision.text_hash, textHash(blocks.map(blockHash)))) return brokenVersion('text', revision)
  const headline = numbers[blocks.findIndex(({ kind }) => kind === 'headline')] ?? null
  return headline === revision.headline ? null : brokenVersion('record', revision, 'headline')
}
