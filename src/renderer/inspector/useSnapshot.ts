import { t } from '../../catalogue/words.ts'
import type { StoredThing } from '../../contract/captured.ts'
import type { RevisionInfo } from '../../domain/timemap.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'
import { toTheSecond } from './moments.ts'

/** Opens the window that shows the stored page of a version, or its picture; says so where there is none to show. */
export function useSnapshot(): (revision: RevisionInfo, what: StoredThing) => void {
  const { tell, tellFailure } = useActs()
  return ({ id, label, at, headline }, what) => {
    const title = t(`snapshot.${what}`, { label, at: toTheSecond(at), headline: headline.slice(0, 200) })
    const asked = valueOf(window.palimpsest.shell.showSnapshot({ revision: id, what, title }))
    asked.then((isShown) => isShown || tell(t('snapshot.missing')), tellFailure)
  }
}
