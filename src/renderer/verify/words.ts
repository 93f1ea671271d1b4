import { t } from '../../catalogue/words.ts'
import type { DerivedFinding, Finding, Verification } from '../../domain/verification.ts'
import type { Progress } from './verified.ts'

/** What is broken, as a banner says it: what happened, what is safe. */
export function damageWords(findings: readonly Finding[]): string {
  const articles = new Set(findings.flatMap(({ article }) => article?.id ?? [])).size
  return articles === 0 ? t('verify.libraryDamaged') : t('verify.damaged', { n: articles })
}

/** What broke; it is the version or the article that the sentence is about. */
export const findingWords = ({ reason }: Pick<Finding, 'reason'>): string => t(`verify.reason.${reason}`)

/** Which article and version: `“Bridge to close”, v3`. */
export function whereWords(finding: Finding): string {
  return [nameWords(finding), placeWords(finding)].filter((words) => words !== '').join(', ')
}

function nameWords({ article }: Finding): string {
  if (article === null) return t('verify.theLibrary')
  const { id, headline } = article
  return headline === '' ? t('verify.unnamed', { id }) : t('verify.named', { headline })
}

/** `v3`, `record 4`, or nothing. */
function placeWords({ version, seq }: Finding): string {
  if (version !== null) return t('verify.version', { label: version })
  return seq === null ? '' : t('verify.record', { seq })
}

/** What is not in step, once for each kind. */
export function derivedWords(findings: readonly DerivedFinding[]): string[] {
  return [...new Set(findings.map(({ kind }) => kind))].map((kind) => t(`verify.derived.${kind}`))
}

export function progressWords(progress: Progress | null): string {
  return progress === null || progress.total === 0 ? t('verify.verifying') : t('verify.progress', { ...progress })
}

/** The title of what was found. */
export function verdictWords({ found, scope }: Pick<Verification, 'found' | 'scope'>): string {
  if (found > 0) return t('verify.found', { n: found })
  return typeof scope === 'object' ? t('verify.articleWhole') : t('verify.allWhole')
}

export function lookedAt({ articles, records, lost }: Verification): string {
  const words = t('verify.lookedAt', { articles, records })
  return lost === 0 ? words : `${words} ${t('verify.lost', { n: lost })}`
}
