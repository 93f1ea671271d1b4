import { t } from '../../catalogue/words.ts'
import { Told } from './Told.tsx'
import { Trash2 } from 'lucide-react'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'
import { clock } from '../ui/clock.ts'

interface Props {
  readonly article: number
  readonly deletedAt: string
}

/** Says that the open article waits to be deleted for good, and takes it back. */
export function DeletedBanner({ article, deletedAt }: Props) {
  const { tell, tellFailure } = useActs()
  const restore = async () => {
    await valueOf(window.palimpsest.library.restoreArticle({ article }))
    tell(t('reader.restored'))
  }
  return (
    <div className="banner banner-reader">
      <Trash2 className="icon" strokeWidth={1.75} aria-hidden="true" />
      <span>
        <Told say="reader.deleted" with={{ when: clock.moment(deletedAt) }} />
      </span>
      <button type="button" className="button" onClick={() => void restore().catch(tellFailure)}>
        {t('reader.restore')}
      </button>
    </div>
  )
}
