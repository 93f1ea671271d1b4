import type { ImportResult, Refusal, RefusalCode } from '../../contract/contract.ts'
import { locale, t } from '../../catalogue/words.ts'
import { capital, shortened } from '../ui/words.ts'

/** What an import did, in a line; null where nothing was taken and the refusals say it all. */
export function importWords(result: ImportResult, headlineOf: (article: number) => string | null): string | null {
  const { newArticles, newRevisions, alreadyThere, deleted, articles, newFeeds = 0, newAddresses = 0 } = result
  if (newFeeds > 0) return t('import.toast.feeds', { n: newFeeds })
  if (newAddresses > 0) return t('import.toast.links', { n: newAddresses })
  if (newArticles > 0) return t('import.toast.articles', { articles: newArticles, versions: newRevisions })
  if (newRevisions > 0) {
    const first = articles[0]
    const headline = first === undefined ? null : headlineOf(first)
    if (articles.length > 1 || headline === null) {
      return t('import.toast.versions', { versions: newRevisions, articles: articles.length })
    }
    return t('import.toast.versionsOf', { versions: newRevisions, headline: shortened(headline, 60) })
  }
  if (deleted > 0) return t('import.toast.deleted')
  return alreadyThere > 0 ? t('import.toast.known') : null
}

/** Why a file was not taken. Nothing of a refused file is ever stored. */
export function refusalWords({ file, code, detail }: Refusal): string {
  const name = file === '' ? t('import.pasted') : t('import.quoted', { name: file })
  if (code === 'newer-format' && detail !== '') return capital(t('import.why.newer-formatOf', { name, detail }))
  return capital(t(`import.why.${code}`, { name }))
}

/** Files that were read, and held no article; the others could not be read. */
const notArticles: ReadonlySet<RefusalCode> = new Set(['binary', 'no-article', 'empty', 'folder'])

export const isNoArticle = ({ code }: Refusal): boolean => notArticles.has(code)

/** `9 articles and 31 versions added in 2.4 s`. */
export function addedWords({ newArticles, newRevisions }: ImportResult, ms: number): string {
  const format = new Intl.NumberFormat(locale(), { style: 'unit', unit: 'second', maximumFractionDigits: 1 })
  const seconds = format.format(Math.max(0.1, ms / 1000))
  if (newRevisions === 0) return t('import.nothing', { seconds })
  return t('import.added', { articles: newArticles, versions: newRevisions, seconds })
}
