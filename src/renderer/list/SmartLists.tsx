import { Clock, EyeOff, Heading, Inbox, Library, Star, Trash2, type LucideIcon } from 'lucide-react'
import { smartLists, type Counts, type ListKey, type SmartList } from '../../contract/lists.ts'
import { t } from '../../catalogue/words.ts'
import { sameList } from '../app/place.ts'

const icons: Readonly<Record<SmartList, LucideIcon>> = {
  recent: Clock,
  unread: Inbox,
  headline: Heading,
  silent: EyeOff,
  starred: Star,
  all: Library,
  deleted: Trash2
}

interface Props {
  readonly counts: Counts
  /** Null while something is searched for. */
  readonly current: ListKey | null
  readonly onChoose: (list: ListKey) => void
}

/** Lists that every article falls into by a rule. That of the deleted shows only while there are some. */
export function SmartLists({ counts: { smart, deletedVersions }, current, onChoose }: Props) {
  const counts = { ...smart, deleted: smart.deleted + deletedVersions }
  return (
    <ul className="nav-list" aria-label={t('list.lists')}>
      {smartLists
        .filter((name) => name !== 'deleted' || counts.deleted > 0)
        .map((name) => {
          const list: ListKey = { kind: 'smart', name }
          const Icon = icons[name]
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
                <span className="nav-name">{t(`list.${name}`)}</span>
                {counts[name] > 0 && <span className="count">{counts[name].toLocaleString()}</span>}
              </button>
            </li>
          )
        })}
    </ul>
  )
}
