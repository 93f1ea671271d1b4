import { Circle, CircleCheck, StickyNote } from 'lucide-react'
import type { Comparison } from '../../domain/diff/comparison.ts'
import { t } from '../../catalogue/words.ts'
import { useKeyHint } from '../app/actions.ts'
import { usePlace } from '../app/PlaceContext.tsx'
import { LightButton } from '../ui/LightButton.tsx'
import { useInspector } from './InspectorContext.tsx'
import { keysOf } from './reviewKeys.ts'
import { useReviews } from './useReviews.ts'

interface Props {
  readonly comparison: Comparison
  /** The edits of one change, by their positions in the comparison. */
  readonly edits: readonly number[]
  /** What the change is called. */
  readonly title: string
}

/** What a reader does with a change: a tick once it was looked at, and notes. Nothing where nobody is asked to look. */
export function ReviewButton({ comparison, edits, title }: Props) {
  const { isReviewed, toggle } = useReviews()
  const { beginNote } = useInspector()
  const article = usePlace().place.article
  const hint = useKeyHint('review') ?? undefined
  const changes = keysOf(comparison, edits)
  const [first] = changes
  if (first === undefined || article === null) return null
  const done = isReviewed(changes)
  const Icon = done ? CircleCheck : Circle
  return (
    <span className="review" data-reviewed={done}>
      <button
        type="button"
        className="review-button"
        aria-label={`${t('review.reviewed')}: ${title}`}
        aria-pressed={done}
        title={`${done ? t('review.unmark') : t('review.mark')}${hint === undefined ? '' : ` (${hint})`}`}
        onClick={() => toggle(changes)}
      >
        <Icon className="icon" strokeWidth={1.75} aria-hidden="true" />
        {done && t('review.reviewed')}
      </button>
      <LightButton
        icon={StickyNote}
        label={t('notes.onChange')}
        className="review-note"
        onPress={() => beginNote({ article, about: { kind: 'change', hash: first }, more: title })}
      />
    </span>
  )
}
