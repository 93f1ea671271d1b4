import { t } from '../../catalogue/words.ts'
import { Star } from 'lucide-react'
import { useArticle } from '../app/queries.ts'
import { useMarking } from '../app/useMarking.ts'

/** Stars the open article, or takes the star away. */
export function StarButton({ article }: { readonly article: number }) {
  const starred = useArticle(article).data?.starred ?? false
  const { toggleStar } = useMarking()
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={t('reader.star')}
      aria-pressed={starred}
      title={t('reader.key', { name: t(starred ? 'reader.unstar' : 'reader.star'), key: 'S' })}
      onClick={() => toggleStar({ id: article, starred })}
    >
      <Star className={`icon icon-lg ${starred ? 'icon-full' : ''}`} strokeWidth={1.75} aria-hidden="true" />
    </button>
  )
}
