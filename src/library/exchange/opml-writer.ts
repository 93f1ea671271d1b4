import { writeOpml, type Listed } from '../feeds/opml.ts'
import { writtenArticle } from '../store/export-facts.ts'
import { feedRows } from '../store/feeds.ts'
import { getSource } from '../store/filing.ts'
import { exportedArticles } from './article-pairs.ts'
import type { ArticlesWanted } from './export-articles.ts'

/**
 * The feeds and the pages of articles by folder (OPML 2.0), read back by an import. Feeds are those of the articles' sources;
 * of a whole library all, also those that brought no article yet.
 */
export async function* writeSubscriptions(wanted: ArticlesWanted): AsyncGenerator<string> {
  const { store, articles, isAll } = wanted
  const sources = new Set(articles.flatMap((id) => writtenArticle(store, id)?.sourceId ?? []))
  const feeds = feedRows(store).filter(({ source }) => isAll || sources.has(source))
  const listed: Listed[] = feeds.map(({ url, title, source }) => {
    return { url, title: title || url, folder: getSource(store, source)?.folder ?? null }
  })
  for await (const { article, headline } of exportedArticles(wanted)) {
    const { url, folder, source } = article
    if (url !== null) listed.push({ url, title: headline || source, folder, isPage: true })
  }
  yield writeOpml(listed)
}
