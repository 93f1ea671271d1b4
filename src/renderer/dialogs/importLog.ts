import { t } from '../../catalogue/words.ts'
import { addedWords, refusalWords } from '../app/importWords.ts'
import { valueOf } from '../app/ask.ts'
import type { Imported } from './ImportResults.tsx'

/** Rows are asked for so many at a time. */
const page = 200

/** An import as lines of text: what was read, what was added, and why something was not. */
export async function importLog({ paths, result, ms }: Imported): Promise<string> {
  const { newArticles, alreadyThere, deleted, refused, added } = result
  const rows = []
  for (let at = 0; at < added.articles.length; at += page) {
    const articles = added.articles.slice(at, at + page)
    rows.push(...(await valueOf(window.palimpsest.library.articles({ articles }))))
  }
  const counts = [
    [t('imported.newArticles'), newArticles],
    [t('imported.newVersions'), added.revisions.length],
    [t('imported.known'), alreadyThere],
    [t('imported.inTrash'), deleted]
  ]
  const lines = [
    `${new Date().toISOString()} ${addedWords(result, ms)}`,
    '',
    ...paths,
    '',
    ...counts.map(([words, n]) => `${words}: ${n}`),
    '',
    ...rows.map(({ headline, url }) => (url === null ? headline : `${headline} <${url}>`)),
    '',
    ...refused.map(refusalWords)
  ]
  return `${lines.join('\n').trim()}\n`
}
