import type { LucideIcon } from 'lucide-react'
import type { Refusal } from '../../contract/importing.ts'
import { refusalWords } from '../app/importWords.ts'
import { keyed } from '../ui/keyed.ts'

const none: readonly Refusal[] = []
/** So many reasons are drawn; the log has all of them. */
const mostReasons = 100

interface CountProps {
  readonly icon: LucideIcon
  readonly words: string
  readonly n: number
  readonly reasons?: readonly Refusal[]
  readonly isBad?: boolean
}

/** A row of an import: what it counts, how many, and why. */
export function Count({ icon: Icon, words, n, reasons = none, isBad = false }: CountProps) {
  return (
    <li className={isBad ? 'import-bad' : ''}>
      <Icon className="icon" strokeWidth={1.75} aria-hidden="true" />
      <span>{words}</span>
      <b>{n.toLocaleString()}</b>
      {reasons.length > 0 && (
        <ul className="import-why">
          {keyed(reasons.slice(0, mostReasons), ({ file }) => file).map(({ key, item }) => (
            <li key={key}>{refusalWords(item)}</li>
          ))}
        </ul>
      )}
    </li>
  )
}
