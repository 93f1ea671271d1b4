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
      aria-label="Star"
      aria-pressed={starred}
      title={starred ? 'Remove star (S)' : 'Star (S)'}
      onClick={() => toggleStar({ id: article, starred })}
    >
      <Star className={`icon icon-lg ${starred ? 'icon-full' : ''}`} strokeWidth={1.75} aria-hidden="true" />
    </button>
  )
}
