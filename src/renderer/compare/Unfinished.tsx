import { direction, t } from '../../catalogue/words.ts'

/** The comparison stopped at its budget: what it did not get to is shown whole. */
export function Unfinished() {
  return (
    <p className="summary" data-not-text dir={direction()}>
      {t('reader.unfinished')}
    </p>
  )
}
