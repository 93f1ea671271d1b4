import { direction, t } from '../../catalogue/words.ts'
import { useState } from 'react'
import type { Edit } from '../../domain/diff/comparison.ts'
import { keyed } from '../ui/keyed.ts'
import { reasonOf, reasonTitle } from './reasons.ts'

/** Changes that were folded as noise: counted, and each one click away. */
export function Noise({ edits }: { readonly edits: readonly Edit[] }) {
  const [open, setOpen] = useState(false)
  if (edits.length === 0) return null
  return (
    <div className="row" data-not-text dir={direction()}>
      <div className="row-text noise">
        <button type="button" className="text-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('noise.count', { n: edits.length })}
        </button>
        {open && (
          <ul>
            {keyed(edits, (edit) => edit.before + edit.after).map(({ key, item: edit }) => (
              <li key={key}>
                <b>{edit.rule === null ? t('noise.noise') : t(`noise.${edit.rule}`)}</b>
                <NoiseWords edit={edit} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
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
