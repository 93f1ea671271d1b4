import { articleOf } from '../store/block-id.ts'

/** The articles of blocks that are in ascending order, in that order. */
export function articlesOf(blocks: readonly number[]): number[] {
  const articles: number[] = []
  for (const block of blocks) {
    const article = articleOf(block)
    if (article !== articles.at(-1)) articles.push(article)
  }
  return articles
}

/** The numbers that are in all of the lists; in ascending order, as the lists are. */
export function inAll(lists: readonly (readonly number[])[]): number[] {
  const [least = [], ...others] = lists.toSorted((a, b) => a.length - b.length)
  const sets = others.map((list) => new Set(list))
  return least.filter((article) => sets.every((set) => set.has(article)))
}
