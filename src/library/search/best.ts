import { articleOf } from '../store/block-id.ts'
import type { Store } from '../store/open.ts'
import { listedAmong, scoredBlocks, type ListedTime } from '../store/search.ts'
import type { Step, Wanted } from './candidates.ts'
import type { TermBlocks } from './term-blocks.ts'

/** So many articles are ranked by how well they match. More than that says that the words are common. */
export const ranked = 1000

/** Those whose best block matches best come first, of equal ones the last changed; or the last changed of all. */
export function* best(wanted: Wanted, known: readonly number[], skip: number): Iterable<Step> {
  const { store, from, to, sort } = wanted
  const listed = listedAmong(store, known, from, to)
  const order = sort === 'changed' ? listed : byScore(wanted, listed)
  for (const [i, { article }] of order.entries()) {
    if (i < skip) continue
    yield { article, after: i + 1 < order.length ? { by: 'best', skip: i + 1 } : null, likely: order.length }
  }
}

function byScore({ store, terms }: Wanted, listed: readonly ListedTime[]): readonly ListedTime[] {
  const scores = new Map<number, number>()
  for (const [block, score] of blockScores(store, terms)) {
    const article = articleOf(block)
    scores.set(article, Math.min(score, scores.get(article) ?? 0))
  }
  return listed.toSorted((a, b) => scores.get(a.article)! - scores.get(b.article)!)
}

/** How well each block matches, all rare terms together; common terms weigh next to nothing. Lower is better. */
function blockScores(store: Store, terms: readonly TermBlocks[]): Map<number, number> {
  const scores = new Map<number, number>()
  for (const term of terms.filter(({ complete }) => complete)) {
    const own = term.isPlain && term.blocks.length <= ranked ? scoredBlocks(store, term.plain) : evenly(term)
    for (const [block, score] of own) scores.set(block, (scores.get(block) ?? 0) + score)
  }
  return scores
}

/** Where ranking one by one would cost too much, the rarer word counts more, and nothing else does. */
function evenly({ blocks }: TermBlocks): [number, number][] {
  const score = -Math.log(1 + 1_000_000 / (1 + blocks.length))
  return blocks.map((block) => [block, score])
}
