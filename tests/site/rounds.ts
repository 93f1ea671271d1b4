import type { Expected } from './script.ts'
import { articleCount, type NewsSite } from './news-site.ts'

/** What a library was told of one article, event by event: runs of equal observations one by one. */
export interface Told {
  readonly outcome: string
  readonly version: { readonly headline: string; readonly paragraphs: number } | null
}

/** How the history of an article must read when all rounds are over. */
export const expectedOf = (site: NewsSite, n: number): readonly Expected[] => site.expected(n)

/** 304 and an equal text say the same; which of them a site sends is its own business. */
export const plain = (outcome: string): string => (outcome === 'not-modified' ? 'unchanged' : outcome)

export const allArticles = Array.from({ length: articleCount }, (_, n) => n)
