import { direction, t } from '../../catalogue/words.ts'
import { useState } from 'react'
import type { ReaderFold, StoredNoiseRule } from '../../contract/noise.ts'
import type { Comparison, Edit } from '../../domain/diff/comparison.ts'
import { storedWords } from '../noise/ruleWords.ts'
import { useRules } from '../noise/useRules.ts'
import { keyed } from '../ui/keyed.ts'
import { reasonOf, reasonTitle } from './reasons.ts'

interface Props {
  readonly comparison: Comparison
  /** Which of its edits a rule of the reader's folds. */
  readonly folds: readonly ReaderFold[]
}

/** Changes that were folded as noise: counted, with the rule that folds them, and each one click away. */
export function Noise({ comparison, folds }: Props) {
  const ruled = new Map(folds.map(({ edit, rule }) => [edit, rule]))
  const numbered = comparison.edits.map((edit, index) => ({ edit, rule: ruled.get(index) }))
  const folded = numbered.filter(({ edit }) => edit.folded)
  if (folded.length === 0) return null
  const own = folded.flatMap(({ edit, rule }) => (rule === undefined ? edit : []))
  const groups = Map.groupBy(
    folded.flatMap(({ edit, rule }) => (rule === undefined ? [] : { edit, rule })),
    ({ rule }) => rule.id
  )
  return (
    <div className="row" data-not-text dir={direction()}>
      <div className="row-text noise">
        {own.length > 0 && <Folded edits={own} />}
        {[...groups].map(([id, members]) => (
          <ByRule key={id} rule={members[0]!.rule} edits={members.map(({ edit }) => edit)} />
        ))}
      </div>
    </div>
  )
}

/** What the rules that are built in fold. */
function Folded({ edits }: { readonly edits: readonly Edit[] }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="text-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('noise.count', { n: edits.length })}
      </button>
      {open && <List edits={edits} isNamed />}
    </>
  )
}

/** What one rule of the reader's folds. */
function ByRule({ rule, edits }: { readonly rule: StoredNoiseRule; readonly edits: readonly Edit[] }) {
  const [open, setOpen] = useState(false)
  const { removeRule } = useRules()
  return (
    <div className="noise-rule">
      <p>
        {t('noise.byRule', { n: edits.length })} <bdi>{storedWords(rule)}</bdi>
      </p>
      <p className="noise-acts">
        <button type="button" className="text-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'noise.hideAgain' : 'noise.show')}
        </button>
        <button type="button" className="text-button" onClick={() => removeRule(rule)}>
          {t('noise.remove')}
        </button>
      </p>
      {open && <List edits={edits} isNamed={false} />}
    </div>
  )
}

function List({ edits, isNamed }: { readonly edits: readonly Edit[]; readonly isNamed: boolean }) {
  return (
    <ul>
      {keyed(edits, (edit) => edit.before + edit.after).map(({ key, item: edit }) => (
        <li key={key}>
          {isNamed && <b>{edit.rule === null ? t('noise.noise') : t(`noise.${edit.rule}`)}</b>}
          <NoiseWords edit={edit} />
        </li>
      ))}
    </ul>
  )
}

/** What changed; where no word did, what kind of change it was. */
function NoiseWords({ edit }: { readonly edit: Edit }) {
  if (edit.before === '' && edit.after === '') return <span>{reasonTitle(reasonOf(edit.reason))}</span>
  return (
    <span dir="ltr">
      <del>{edit.before === '' ? t('mark.nothing') : edit.before}</del> →{' '}
      <ins>{edit.after === '' ? t('mark.nothing') : edit.after}</ins>
    </span>
  )
}
