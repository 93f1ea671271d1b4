import { useState } from 'react'
import { direction } from '../../catalogue/words.ts'
import type { Edit, FoldRule } from '../../domain/diff/comparison.ts'
import { keyed } from '../ui/keyed.ts'
import { count } from '../ui/words.ts'

const rules: Readonly<Record<FoldRule, string>> = {
  'relative-time': 'Relative time',
  'update-line': 'Update line',
  counter: 'Counter',
  ticker: 'Ticker',
  typography: 'Typography',
  mojibake: 'Encoding',
  boilerplate: 'Text around the article',
  'reordered-links': 'Order of links',
  tracking: 'Tracking in an address',
  archive: 'Address in an archive'
}

/** Changes that were folded as noise: counted, and each one click away. */
export function Noise({ edits }: { readonly edits: readonly Edit[] }) {
  const [open, setOpen] = useState(false)
  if (edits.length === 0) return null
  return (
    <div className="row" data-not-text dir={direction()}>
      <div className="row-text noise">
        <button type="button" className="text-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {count(edits.length, 'change')} folded as noise
        </button>
        {open && (
          <ul>
            {keyed(edits, (edit) => edit.before + edit.after).map(({ key, item: edit }) => (
              <li key={key}>
                <b>{edit.rule === null ? 'Noise' : rules[edit.rule]}</b>
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
  if (edit.before === '' && edit.after === '') return <span>{edit.reason}</span>
  return (
    <span dir="ltr">
      <del>{edit.before === '' ? 'nothing' : edit.before}</del> →{' '}
      <ins>{edit.after === '' ? 'nothing' : edit.after}</ins>
    </span>
  )
}
