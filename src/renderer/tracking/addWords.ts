import type { Followed, FoundArticle, FoundFeed, Pace } from '../../contract/tracking.ts'
import { count } from '../ui/words.ts'

/** `Add 1 article and 2 feeds`. */
export function addButton(articles: number, feeds: number): string {
  return articles + feeds === 0 ? 'Add' : `Add ${amount(articles, feeds)}`
}

function amount(articles: number, feeds: number): string {
  const parts = [articles === 0 ? '' : count(articles, 'article'), feeds === 0 ? '' : count(feeds, 'feed')]
  return parts.filter((part) => part !== '').join(' and ')
}

/** What was added, for the toast. */
export function followedWords({ newArticles, newFeeds, alreadyThere }: Followed): string {
  const there = alreadyThere === 0 ? '' : ` ${count(alreadyThere, 'was', 'were')} already in the library.`
  if (newArticles + newFeeds === 0) return 'Already in the library. Nothing was added.'
  return `Added ${amount(newArticles, newFeeds)}.${there}`
}

/** `13 paragraphs, 346 words. Published 3 Mar 2026 by Mira Castellan`. */
export function articleFacts(article: FoundArticle, day: (iso: string) => string): string {
  const { paragraphs, words, published, byline } = article
  const size = `${count(paragraphs, 'paragraph')}, ${words.toLocaleString()} ${words === 1 ? 'word' : 'words'}.`
  const by = byline === null || byline === '' ? '' : byline.replace(/^by\s+/iu, '')
  if (published === null) return by === '' ? size : `${size} By ${by}`
  return `${size} Published ${day(published)}${by === '' ? '' : ` by ${by}`}`
}

const formats: Readonly<Record<FoundFeed['format'], string>> = {
  rss: 'Feed',
  atom: 'Feed',
  rdf: 'Feed',
  json: 'Feed',
  sitemap: 'News sitemap'
}

/** `Feed, about 14 articles a day`. */
export function feedFacts({ format, daily, entries }: FoundFeed): string {
  return `${formats[format]}, ${volume(daily) ?? count(entries, 'article')}`
}

/** How much a feed brings: a day, or where that is less than one a week or a month. */
function volume(daily: number | null): string | null {
  if (daily === null) return null
  if (daily >= 0.95) return `about ${count(Math.round(daily), 'article')} a day`
  if (daily >= 1 / 7) return `about ${count(Math.max(1, Math.round(daily * 7)), 'article')} a week`
  return daily > 0 ? `about ${count(Math.max(1, Math.round(daily * 30)), 'article')} a month` : null
}

interface PaceWords {
  readonly name: string
  readonly sentence: string
}

/** How often an article is checked, as it is chosen and as it is explained. */
export const paceWords: Readonly<Record<Pace, PaceWords>> = {
  usual: {
    name: 'Often at first, then less',
    sentence: 'Every 15 minutes at first, a few times a day after the first day, weekly after a month.'
  },
  more: { name: 'More often', sentence: 'More than twice as often as usual, as far as the site allows it.' },
  less: { name: 'Less often', sentence: 'About a third as often as usual.' },
  paused: { name: 'Not at all', sentence: 'Only when you ask for a check.' }
}

/** The sentence under the choice. */
export function paceSentence(pace: Pace, obeyRobots: boolean): string {
  return `${paceWords[pace].sentence}${obeyRobots && pace !== 'paused' ? ' Follows the site’s robots.txt.' : ''}`
}
