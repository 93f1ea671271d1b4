import { useMemo, useState } from 'react'
import type { NoiseScope } from '../../contract/noise.ts'
import { vocabularyOf } from '../../domain/edits/vocabulary.ts'
import { textsOf, touchedBy } from '../../domain/noise.ts'
import { proposalsOf, ruleOf } from '../../domain/noise-proposals.ts'
import type { Touch } from '../../domain/noise-rule.ts'
import { t } from '../../catalogue/words.ts'
import { useArticle } from '../app/queries.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { BeforeAfter } from './BeforeAfter.tsx'
import { Choices } from './Choices.tsx'
import type { Pointed } from './NoiseContext.tsx'
import { Preview } from './Preview.tsx'
import { ruleWords, touchWords } from './ruleWords.ts'
import { useRules } from './useRules.ts'
import { usePreview } from './usePreview.ts'

interface Props {
  readonly pointed: Pointed
  readonly onClose: () => void
}

/** Makes a rule of a change that was pointed at, and shows what it would fold before it holds. */
export function HideDialog({ pointed, onClose }: Props) {
  const { article, answer, edit: at } = pointed
  const { comparison, older, newer } = answer
  const edit = comparison.edits[at]!
  const { addRule } = useRules()
  const row = useArticle(article).data
  const { texts, proposals, touched } = useMemo(() => {
    const hunk = comparison.hunks[edit.hunk]!
    const texts = textsOf(hunk, older.blocks, newer.blocks)
    const touched = touchedBy({ edit, ...texts }, vocabularyOf(row?.lang ?? null))
    return { texts, touched, proposals: proposalsOf(edit, hunk, texts) }
  }, [comparison, edit, older, newer, row?.lang])
  const [chosen, setChosen] = useState(0)
  const [where, setWhere] = useState<NoiseScope['kind']>('article')
  const [allow, setAllow] = useState<readonly Touch[]>([])
  const proposal = proposals[chosen] ?? proposals[0]
  const rule = useMemo(() => (proposal === undefined ? null : ruleOf(proposal, allow)), [proposal, allow])
  const scope = useMemo(
    (): NoiseScope =>
      where === 'source' && row !== undefined ? { kind: 'source', source: row.sourceId } : { kind: 'article', article },
    [where, row, article]
  )
  const preview = usePreview(scope, rule)
  const add = () => {
    if (rule === null) return
    onClose()
    addRule(scope, rule)
  }
  const bare = edit.before === '' && edit.after === ''
  return (
    <Dialog
      wide
      title={t('noise.title')}
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <button type="button" className="button" onClick={onClose}>
            {t('noise.cancel')}
          </button>
          <button type="button" className="button button-primary" disabled={rule === null} onClick={add}>
            {t('noise.add', { n: preview?.changes ?? 0 })}
          </button>
        </>
      }
    >
      <BeforeAfter
        before={bare && texts.newer === null ? (texts.older ?? '') : edit.before}
        after={bare && texts.older === null ? (texts.newer ?? '') : edit.after}
      />
      <Choices
        label={t('noise.which')}
        value={String(chosen)}
        choices={proposals.map((one, index) => ({
          key: String(index),
          words: ruleWords(one),
          help: one.kind === 'text' && one.parts.length > 1 ? t('noise.rule.textHelp') : null
        }))}
        onChoose={(key) => setChosen(Number(key))}
      />
      {row !== undefined && (
        <Choices
          label={t('noise.where')}
          value={where}
          choices={[
            { key: 'article', words: t('noise.where.article'), help: null },
            { key: 'source', words: t('noise.where.source', { name: row.source }), help: null }
          ]}
          onChoose={(key) => setWhere(key === 'source' ? 'source' : 'article')}
        />
      )}
      {touched.length > 0 && <Warning touched={touched} allow={allow} onAllow={setAllow} />}
      <Preview preview={preview} />
    </Dialog>
  )
}

interface WarningProps {
  readonly touched: readonly Touch[]
  readonly allow: readonly Touch[]
  readonly onAllow: (allow: readonly Touch[]) => void
}

/** What stories turn on is folded only where the reader says so, for each by itself. */
function Warning({ touched, allow, onAllow }: WarningProps) {
  return (
    <fieldset className="noise-warning">
      <legend>{t('noise.warning', { what: touchWords(touched) })}</legend>
      {touched.map((touch) => (
        <label key={touch}>
          <input
            type="checkbox"
            checked={allow.includes(touch)}
            onChange={({ target }) =>
              onAllow(target.checked ? [...allow, touch] : allow.filter((one) => one !== touch))
            }
          />
          {t('noise.allow', { what: t(`noise.touch.${touch}`) })}
        </label>
      ))}
    </fieldset>
  )
}
