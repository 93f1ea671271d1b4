import { t } from '../../catalogue/words.ts'
import { TextError } from '../compare/TextError.tsx'
import { clock } from '../ui/clock.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { scopeWords, storedWords } from './ruleWords.ts'
import { useNoiseRules, useRules } from './useRules.ts'

interface Props {
  /** Null for all rules there are. */
  readonly article: number | null
  readonly onClose: () => void
}

/** The rules by which the reader folds changes, each with what takes it away. */
export function RulesDialog({ article, onClose }: Props) {
  const rules = useNoiseRules(article)
  const { removeRule } = useRules()
  return (
    <Dialog title={t('noise.rules')} onClose={onClose}>
      {rules.error !== null && <TextError error={rules.error} onRetry={() => void rules.refetch()} inline />}
      <p className="help">{t(rules.data?.length === 0 ? 'noise.rules.none' : 'noise.rules.help')}</p>
      <ul className="noise-rules">
        {rules.data?.map((rule) => (
          <li key={rule.id}>
            <span>
              <bdi>{storedWords(rule)}</bdi>
              <span className="noise-of">
                {scopeWords(rule.scope, rule.of)}. {t('noise.rules.since', { at: clock.day(rule.createdAt) })}
              </span>
            </span>
            <button type="button" className="button" onClick={() => removeRule(rule)}>
              {t('noise.remove')}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
