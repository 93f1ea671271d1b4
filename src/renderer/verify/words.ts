import { placeWords, scopeWords } from '../../domain/verification-words.ts'
import type { Finding, Verification } from '../../domain/verification.ts'
import { count } from '../ui/words.ts'
import type { Progress } from './verified.ts'

/** What is broken, as a banner says it: what happened, what is safe. */
export function damageWords(findings: readonly Finding[]): string {
  const articles = new Set(findings.flatMap(({ article }) => article?.id ?? [])).size
  if (articles === 0) return 'The library is not as it was stored.'
  return articles === 1
    ? 'An article is not as it was stored.'
    : `${count(articles, 'article')} are not as they were stored.`
}

/** Which article and version: `“Bridge to close”, v3`. */
export function whereWords(finding: Finding): string {
  const { article } = finding
  const name =
    article === null ? 'The library' : article.headline === '' ? `Article ${article.id}` : `“${article.headline}”`
  return [name, placeWords(finding)].filter((words) => words !== '').join(', ')
}

export function progressWords(progress: Progress | null): string {
  if (progress === null || progress.total === 0) return 'Verifying…'
  return `Verifying: ${progress.done} of ${count(progress.total, 'article')}`
}

/** The title of what was found. */
export function verdictWords({ found, scope }: Verification): string {
  if (found > 0) return `${count(found, 'place')} ${found === 1 ? 'is' : 'are'} not as stored`
  return typeof scope === 'object' ? 'This article is as it was stored' : 'Everything is as it was stored'
}

export function lookedAt(result: Verification): string {
  const { lost } = result
  const known =
    lost === 0 ? '' : ` ${count(lost, 'version')} could not be read when the library was repaired; that is recorded.`
  return `Looked at ${scopeWords(result)}, with all texts and stored pages.${known}`
}
