import { FileWarning } from 'lucide-react'
import { t } from '../../catalogue/words.ts'
import type { DerivedFinding, Finding } from '../../domain/verification.ts'
import { keyed } from '../ui/keyed.ts'
import { derivedWords, findingWords, whereWords } from './words.ts'

interface Props {
  readonly findings: readonly Finding[]
  /** How many there are, listed or not. */
  readonly found: number
  readonly derived: readonly DerivedFinding[]
}

/** What is not as it was stored, each with its article, version and reason; what is safe, what next. */
export function FindingList({ findings, found, derived }: Props) {
  return (
    <>
      {findings.length > 0 && (
        <ul className="refused">
          {keyed(findings, (finding) => `${finding.article?.id} ${finding.seq} ${finding.reason}`).map((row) => (
            <li key={row.key}>
              <FileWarning className="icon" strokeWidth={1.75} aria-hidden="true" />
              <span>
                <b>{whereWords(row.item)}.</b> {findingWords(row.item)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {found > findings.length && <p>{t('verify.more', { n: found - findings.length })}</p>}
      {found > 0 && <p className="help">{t('verify.next')}</p>}
      {derived.length > 0 && (
        <p className="help">{t('verify.derivedWords', { kinds: derivedWords(derived).join(', ') })}</p>
      )}
    </>
  )
}
