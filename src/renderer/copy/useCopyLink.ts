import { t } from '../../catalogue/words.ts'
import { linkTo } from '../../contract/link.ts'
import type { Timemap } from '../../domain/timemap.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'

/** Positions of revisions; `older` is null where one version is read alone. */
interface Open {
  readonly older: number | null
  readonly newer: number
}

/** Copies the link to the article and the versions of it that are open. */
export function useCopyLink({ article, revisions }: Timemap, { older, newer }: Open): () => void {
  const { tell, tellFailure } = useActs()
  const labelAt = (at: number | null) => (at === null ? null : (revisions[at]?.label ?? null))
  return () => {
    const last = labelAt(newer)
    const copy = async () => {
      const uid = await valueOf(window.palimpsest.library.articleUid({ article: article.id }))
      const versions = last === null ? null : { older: labelAt(older), newer: last }
      await navigator.clipboard.writeText(linkTo(uid, versions))
      tell(t('link.copied'))
    }
    copy().catch(tellFailure)
  }
}
