import { FileWarning } from 'lucide-react'
import { derivedWords, findingWords } from '../../domain/verification-words.ts'
import type { DerivedFinding, Finding } from '../../domain/verification.ts'
import { keyed } from '../ui/keyed.ts'
import { listed } from '../ui/words.ts'
import { whereWords } from './words.ts'

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
      {found > findings.length && <p>And {found - findings.length} more.</p>}
      {found > 0 && (
        <p className="help">
          Palimpsest has left the file as it is. Of each article the first place is named. A backup from before may hold
          what is missing here: File, Backups.
        </p>
      )}
      {derived.length > 0 && (
        <p className="help">Out of step with the versions: {listed(derivedWords(derived))}. No version is affected.</p>
      )}
    </>
  )
}
