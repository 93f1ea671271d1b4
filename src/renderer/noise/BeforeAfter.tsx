import { t } from '../../catalogue/words.ts'
import { shortened } from '../ui/words.ts'

/** What a change replaced, and what with. */
export function BeforeAfter({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <p className="noise-pair" dir="auto">
      {before !== '' && <del className="whole">{shortened(before, 200)}</del>}
      {before !== '' && after !== '' && ' '}
      {after !== '' && <ins className="whole">{shortened(after, 200)}</ins>}
      {before === '' && after === '' && <span>{t('mark.nothing')}</span>}
    </p>
  )
}
