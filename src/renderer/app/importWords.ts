import { locale, t, type Key } from '../../catalogue/words.ts'
import type { ImportResult, Refusal, RefusalCode } from '../../contract/importing.ts'
import { shortened } from '../ui/words.ts'

/** What an import did, in a line; null where nothing was taken and the refusals say it all. */
export function importWords(result: ImportResult, headlineOf: (article: number) => string | null): string | null {
  const { newArticles, newRevisions, alreadyThere, deleted, articles, newFeeds = 0, newAddresses = 0 } = result
  if (newFeeds > 0) return t('import.feeds', { n: newFeeds })
  if (newAddresses > 0) return t('import.links', { n: newAddresses })
  if (newArticles > 0) return t('import.articles', { articles: newArticles, versions: newRevisions })
  if (newRevisions > 0) {
    const first = articles[0]
    const headline = first === undefined ? null : headlineOf(first)
    return articles.length > 1 || headline === null
      ? t('import.versionsOf', { n: newRevisions, articles: articles.length })
      : t('import.versions', { n: newRevisions, headline: shortened(headline, 60) })
  }
  if (deleted > 0) return t('import.deleted')
  return alreadyThere > 0 ? t('import.there') : null
}

const sentences: Readonly<Record<RefusalCode, Key>> = {
  missing: 'refusal.missing',
  unreadable: 'refusal.unreadable',
  folder: 'refusal.folder',
  empty: 'refusal.empty',
  'too-large': 'refusal.tooLarge',
  binary: 'refusal.binary',
  'no-article': 'refusal.noArticle',
  'not-a-history': 'refusal.notAHistory',
  'newer-format': 'refusal.newer',
  damaged: 'refusal.damaged',
  truncated: 'refusal.truncated',
  unsafe: 'refusal.unsafe',
  encrypted: 'refusal.encrypted',
  'unknown-format': 'refusal.unknownFormat',
  'wrong-schema': 'refusal.wrongSchema',
  'needs-files': 'refusal.needsFiles',
  'not-a-page': 'refusal.notAPage',
  'bad-time': 'refusal.badTime',
  tampered: 'refusal.tampered'
}

/** Why a file was not taken. Nothing of a refused file is ever stored. */
export function refusalWords({ file, record, code, detail }: Refusal): string {
  const name = record === undefined ? file : `${file}: ${record}`
  return t(sentences[code], { file: name === '' ? 'no' : 'yes', name, has: detail === '' ? 'no' : 'yes', detail })
}

/** Files that were read, and held no article; the others could not be read. */
const notArticles: ReadonlySet<RefusalCode> = new Set(['binary', 'no-article', 'empty', 'folder', 'not-a-page'])

export const isNoArticle = ({ code }: Refusal): boolean => notArticles.has(code)

/** How many files and records refusals stand for. */
export const countOf = (refused: readonly Refusal[]): number => refused.reduce((sum, { count = 1 }) => sum + count, 0)

/** `9 articles and 31 versions added in 2.4 s`. */
export function addedWords({ newArticles, newRevisions }: ImportResult, ms: number): string {
  const format = new Intl.NumberFormat(locale(), { style: 'unit', unit: 'second', maximumFractionDigits: 1 })
  const seconds = format.format(Math.max(0.1, ms / 1000))
  if (newRevisions === 0) return t('imported.nothing', { seconds })
  return t('imported.added', { articles: newArticles, versions: newRevisions, seconds })
}
