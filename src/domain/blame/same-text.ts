import { align } from '../diff/align.ts'
import type { Bond } from '../diff/pieces.ts'
import type { Carrier, Carriers } from './carriers.ts'
import { longSentences } from './orphans.ts'
import {
  claimAll,
  freeShare,
  keyOf,
  openWords,
  threadsOf,
  type Ledger,
  type PartOf,
  type WrittenBlock
} from './written.ts'

/** What earlier revisions say: the blocks of the one before, and every block and longer sentence of all. */
export interface Past extends Ledger {
  readonly previous: readonly WrittenBlock[]
  readonly blocks: Carriers
  readonly sentences: Carriers
}

/** Of the threads of a text found again at least this share must be free, or it lives on elsewhere. */
const mostlyFree = 0.5

/** A block and all of its text. */
export function whole(block: WrittenBlock): PartOf {
  return { block, part: block.text }
}

/** Which block of the revision before became which of this one: pairs, splits and merges, as in a comparison. */
export function alignBlocks({ previous, budget }: Past, news: readonly WrittenBlock[]): Bond[] {
  const [olds, pieces] = [previous, news].map((blocks) => blocks.map(({ piece }) => piece))
  const { kept, moved } = align(olds!, pieces!, budget)
  return [...kept, ...moved]
}

/** Claims the threads of blocks that say the same: of the block that became this one first, then of any. */
export function claimBlocks(past: Past, news: readonly WrittenBlock[], bonds: readonly Bond[]): void {
  for (const bond of bonds) {
    const [old, block] = [whole(past.previous[bond.old[0]!]!), whole(news[bond.new[0]!]!)]
    const single = bond.old.length === 1 && bond.new.length === 1
    if (single && keyOf(old) === keyOf(block)) claimAll(past, block, threadsOf(old))
  }
  for (const block of news) claimFound(past, past.blocks, whole(block), () => true)
}

/** Claims the threads of longer sentences that say the same: of the block that became this one first, then of any. */
export function claimSentences(past: Past, open: readonly WrittenBlock[], bonds: readonly Bond[]): void {
  const partners = new Map(bonds.flatMap((bond) => bond.new.map((at) => [at, bond.old] as const)))
  const sentences = longSentences(open)
  for (const of of sentences) {
    const olds = partners.get(of.block.piece.at) ?? []
    const isNear = ({ revision, block }: Carrier) => revision === past.revision - 1 && olds.includes(block)
    claimFound(past, past.sentences, of, isNear)
  }
  for (const of of sentences) claimFound(past, past.sentences, of, () => true)
}

/** Claims the threads of a text that is still open, if earlier revisions have one that says the same and suits. */
function claimFound(past: Past, known: Carriers, of: PartOf, suits: (carrier: Carrier) => boolean): void {
  if (openWords(of) < of.part.units.length) return
  const found = known.find(keyOf(of), (carrier) => suits(carrier) && freeShare(past, carrier.threads) > mostlyFree)
  if (found !== undefined) claimAll(past, of, found.threads)
}
