import { t } from '../../catalogue/words.ts'
import type { RetentionPreview } from '../../contract/keeping.ts'
import { Told } from '../compare/Told.tsx'
import { clock } from '../ui/clock.ts'
import { numeral, sizeWords } from '../ui/words.ts'
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
  return (
    <div className="rule-found" ref={inView}>
      {isNew && <p>{t('rule.changed')}</p>}
      {found.versions === 0 ? (
        <p>
          <b>{t('rule.nothing')}</b>
        </p>
      ) : (
        <>
          <p>
            <Told say="rule.found" with={foundParts(found)} />
          </p>
          <ul className="rule-first">
            {found.first.slice(0, 8).map(({ revision, label, at, headline }) => (
              <li key={revision}>
                <b>v{label}</b>
                <span>{clock.moment(at)}</span>
                <bdi>{headline}</bdi>
              </li>
            ))}
            {found.versions > 8 && <li>{t('rule.more', { n: found.versions - Math.min(8, found.first.length) })}</li>}
          </ul>
        </>
      )}
      {kept !== '' && <p className="help">{kept}</p>}
      {found.versions > 0 && (
        <p className="rule-line">
          <span className="help grow">{t('rule.goTo')}</span>
          <button type="button" className="button" disabled={busy} onClick={onApply}>
            {t('rule.delete', { n: found.versions })}
          </button>
        </p>
      )}
    </div>
  )
}

const inView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' })

/** How much the rule would delete, with the sources that lose most. */
const foundParts = ({ versions, articles, bytes, sources }: RetentionPreview) => ({
  versions,
  articles,
  hasSize: bytes > 0 ? 'yes' : 'no',
  size: sizeWords(bytes),
  sources: sources
    .slice(0, mostSources)
    .map(({ name, versions: n }) => `${name} ${numeral(n)}`)
    .join(', '),
  more: Math.max(0, sources.length - mostSources)
})

const mostSources = 5
