import type { ImportResult, Refusal, RefusalCode } from '../../contract/contract.ts'
import { count, shortened } from '../ui/words.ts'

/** What an import did, in a line; null where nothing was taken and the refusals say it all. */
export function importWords(result: ImportResult, headlineOf: (article: number) => string | null): string | null {
  const { newArticles, newRevisions, alreadyThere, deleted, articles, newFeeds = 0, newAddresses = 0 } = result
  if (newFeeds > 0) return `Added ${count(newFeeds, 'feed')}. Their articles are looked for now.`
  if (newAddresses > 0) return `Added ${count(newAddresses, 'link')}. They are looked at now.`
  if (newArticles > 0) return `Added ${count(newArticles, 'article')} with ${count(newRevisions, 'version')}`
  if (newRevisions > 0) {
    const first = articles[0]
    const headline = first === undefined ? null : headlineOf(first)
    const to =
      articles.length > 1 || headline === null ? count(articles.length, 'article') : `“${shortened(headline, 60)}”`
    return `Added ${count(newRevisions, 'version')} to ${to}`
  }
  if (deleted > 0) return 'Already in the library, in Recently deleted. Nothing was added.'
  return alreadyThere > 0 ? 'Already in the library. Nothing was added.' : null
}

const sentences: Readonly<Record<RefusalCode, (name: string, detail: string) => string>> = {
  missing: (name) => `${name} is no longer where it was. It may have been moved or renamed.`,
  unreadable: (name) => `${name} could not be read. Check that you may open it, then add it again.`,
  folder: (name) => `${name} is a folder. Add the files in it instead.`,
  empty: (name) => `${name} is empty.`,
  'too-large': (name) => `${name} is too large to be an article.`,
  binary: (name) => `${name} is not a text file. Plain text and history files can be added.`,
  'no-article': (name) =>
    `No article text was found in ${name}. The first line is the headline; text follows below it.`,
  'not-a-history': (name) => `${name} looks like a history file, but its content is not one.`,
  'newer-format': (name, detail) =>
    `${name} was made by a newer Palimpsest${detail === '' ? '' : ` (format ${detail})`}. Install it to open this file.`
}

/** Why a file was not taken. Nothing of a refused file is ever stored. */
export function refusalWords({ file, code, detail }: Refusal): string {
  return sentences[code](file === '' ? 'the pasted text' : `“${file}”`, detail).replace(/^the /u, 'The ')
}
