import type { RetentionPreview } from '../../contract/keeping.ts'
import { clock } from '../ui/clock.ts'
import { count, sizeWords } from '../ui/words.ts'
import { protectedWords } from './ruleWords.ts'

interface Props {
  readonly found: RetentionPreview
  readonly isNew: boolean
  readonly busy: boolean
  readonly onApply: () => void
}

/** What a rule would delete, and what it would keep and why. */
export function RulePreview({ found, isNew, busy, onApply }: Props) {
  const kept = protectedWords(found.protects)
  const amount = count(found.versions, 'version')
  return (
    <div className="rule-found" ref={inView}>
      {isNew && <p>The library has changed since. Nothing was deleted; this is what the rule would delete now.</p>}
      {found.versions === 0 ? (
        <p>
          <b>There is nothing to delete.</b>
        </p>
      ) : (
        <>
          <p>
            <b>
              {amount} of {count(found.articles, 'article')} would be deleted
            </b>
            {found.bytes > 0 && `, about ${sizeWords(found.bytes)}`}: {found.sources.slice(0, 5).map(named).join(', ')}
            {found.sources.length > 5 && `, and ${count(found.sources.length - 5, 'more source', 'more sources')}`}.
          </p>
          <ul className="rule-first">
            {found.first.slice(0, 8).map(({ revision, label, at, headline }) => (
              <li key={revision}>
                <b>v{label}</b>
                <span>{clock.moment(at)}</span>
                <bdi>{headline}</bdi>
              </li>
            ))}
            {found.versions > 8 && (
              <li>And {(found.versions - Math.min(8, found.first.length)).toLocaleString()} more</li>
            )}
          </ul>
        </>
      )}
      {kept !== '' && <p className="help">{kept}</p>}
      {found.versions > 0 && (
        <p className="rule-line">
          <span className="help grow">They go to Recently deleted; undo takes them back.</span>
          <button type="button" className="button" disabled={busy} onClick={onApply}>
            Delete {amount}
          </button>
        </p>
      )}
    </div>
  )
}

const inView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' })

const named = ({ name, versions }: RetentionPreview['sources'][number]): string =>
  `${name} ${versions.toLocaleString()}`
