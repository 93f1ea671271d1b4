import { Clock, Heading, Inbox, Library, type LucideIcon } from 'lucide-react'
import type { ArticleRow } from '../../contract/contract.ts'
import { sameList, smartLists, type ListKey, type SmartList } from '../app/place.ts'
import { rowsOf, smartListNames } from './smartLists.ts'

const icons: Readonly<Record<SmartList, LucideIcon>> = { recent: Clock, unread: Inbox, headline: Heading, all: Library }

interface Props {
  readonly rows: readonly ArticleRow[]
  readonly now: number
  readonly current: ListKey
  readonly onChoose: (list: ListKey) => void
}

/** Lists that every article falls into by a rule. */
export function SmartLists({ rows, now, current, onChoose }: Props) {
  return (
    <ul className="nav-list" aria-label="Lists">
      {smartLists.map((name) => {
        const list: ListKey = { kind: 'smart', name }
        const Icon = icons[name]
        const members = rowsOf(list, rows, now).length
        return (
          <li key={name}>
            <button
              type="button"
              className="nav-item"
              data-roving
              aria-current={sameList(list, current)}
              onClick={() => onChoose(list)}
            >
              <Icon className="icon" strokeWidth={1.75} aria-hidden="true" />
              <span className="nav-name">{smartListNames[name]}</span>
              {members > 0 && <span className="count">{members}</span>}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
