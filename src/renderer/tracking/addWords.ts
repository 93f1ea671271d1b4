import { t, type Key } from '../../catalogue/words.ts'
import type { Followed, FoundArticle, FoundFeed, Pace } from '../../contract/tracking.ts'
import { listed } from '../ui/words.ts'

/** `Add 1 article and 2 feeds`. */
export function addButton(articles: number, feeds: number): string {
  return articles + feeds === 0 ? t('add.add') : t('add.addAmount', { amount: amount(articles, feeds) })
}

function amount(articles: number, feeds: number): string {
  return listed([
    articles === 0 ? '' : t('amount.articles', { n: articles }),
    feeds === 0 ? '' : t('amount.feeds', { n: feeds })
  ])
}

/** What was added, for the toast. */
export function followedWords({ newArticles, newFeeds, alreadyThere }: Followed): string {
  if (newArticles + newFeeds === 0) return t('import.there')
  const added = { amount: amount(newArticles, newFeeds), n: alreadyThere }
  return alreadyThere === 0 ? t('add.done', added) : t('add.doneThere', added)
}

/** `13 paragraphs, 346 words. Published 3 Mar 2026 by Mira Castellan`. */
export function articleFacts(article: FoundArticle, day: (iso: string) => string): string {
  const { paragraphs, words, published } = article
  const size = t('add.size', { paragraphs, words })
  const byline = (article.byline ?? '').replace(/^by\s+/iu, '')
  if (published === null) return byline === '' ? size : t('add.by', { size, byline })
  return t(byline === '' ? 'add.published' : 'add.publishedBy', { size, day: day(published), byline })
}

/** `Feed, about 14 articles a day`. */
export function feedFacts({ format, daily, entries }: FoundFeed): string {
  return t('add.feedFacts', {
    format: format === 'sitemap' ? t('add.sitemap') : t('add.feed'),
    volume: volume(daily) ?? t('amount.articles', { n: entries })
  })
}

/** How much a feed brings: a day, or where that is less than one a week or a month. */
function volume(daily: number | null): string | null {
  if (daily === null) return null
  if (daily >= 0.95) return t('add.daily', { n: Math.round(daily) })
  if (daily >= 1 / 7) return t('add.weekly', { n: Math.max(1, Math.round(daily * 7)) })
  return daily > 0 ? t('add.monthly', { n: Math.max(1, Math.round(daily * 30)) }) : null
}

interface PaceWords {
  readonly name: Key
  readonly sentence: Key
}

/** How often an article is checked, as it is chosen and as it is explained. */
export const paceWords: Readonly<Record<Pace, PaceWords>> = {
  usual: { name: 'pace.usual', sentence: 'pace.usualText' },
  more: { name: 'pace.more', sentence: 'pace.moreText' },
  less: { name: 'pace.less', sentence: 'pace.lessText' },
  paused: { name: 'pace.paused', sentence: 'pace.pausedText' }
}

/** The sentence under the choice. */
export function paceSentence(pace: Pace, obeyRobots: boolean): string {
  const sentence = t(paceWords[pace].sentence)
  return obeyRobots && pace !== 'paused' ? t('pace.robots', { sentence }) : sentence
}
