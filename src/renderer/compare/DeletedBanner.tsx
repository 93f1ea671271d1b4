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
    tell('Restored the article.')
  }
  return (
    <div className="banner banner-reader">
      <Trash2 className="icon" strokeWidth={1.75} aria-hidden="true" />
      <span>
        <b>This article is in Recently deleted.</b> It was put there {clock.moment(deletedAt)} and stays for 30 days.
      </span>
      <button type="button" className="button" onClick={() => void restore().catch(tellFailure)}>
        Restore
      </button>
    </div>
  )
}
