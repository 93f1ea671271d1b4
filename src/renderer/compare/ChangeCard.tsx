import { t } from '../../catalogue/words.ts'
import { ArrowDown, Image, Link } from 'lucide-react'
import type { Edit } from '../../domain/diff/comparison.ts'

/** What changed beside the words: the address of a link, the image shown. Before above after. */
export function ChangeCard({ edit }: { readonly edit: Edit }) {
  const isLink = edit.kinds.includes('link')
  const Icon = isLink ? Link : Image
  return (
    <div className="change-card">
      <p className="card-name">
        <Icon className="icon icon-sm" strokeWidth={1.75} aria-hidden="true" />
        {t(isLink ? 'card.link' : 'card.replaced')}
      </p>
      <p className="card-address">
        <del>{edit.before === '' ? t('mark.none') : edit.before}</del>
      </p>
      <ArrowDown className="icon icon-sm card-arrow" strokeWidth={1.75} aria-hidden="true" />
      <p className="card-address">
        <ins>{edit.after === '' ? t('mark.none') : edit.after}</ins>
      </p>
    </div>
  )
}

/** Changes that the words of a block cannot show. */
export function needsCard(edit: Edit): boolean {
  return edit.kinds[0] === 'link' || (edit.kinds[0] === 'image' && edit.before !== '' && edit.after !== '')
}
