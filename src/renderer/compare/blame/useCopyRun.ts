import { t } from '../../../catalogue/words.ts'
import type { Timemap } from '../../../domain/timemap.ts'
import { oneLine } from '../../copy/citation.ts'
import { changeClip, quoteClip } from '../../copy/clips.ts'
import { useClipboard } from '../../copy/useCopying.ts'
import { shortened } from '../../ui/words.ts'
import type { BlameCut, BlameRun } from './model.ts'

/** Copies a passage of the version that is read, or the words that left it, with their source. */
export function useCopyRun(timemap: Timemap, index: number): (place: BlameRun | BlameCut, text: string) => void {
  const put = useClipboard()
  const { article, revisions } = timemap
  return (place, text) => {
    const said = { text: shortened(oneLine(text), 60) }
    const revision = revisions[index]
    if (revision === undefined) return
    if (place.kind === 'run') {
      const since = revisions[place.introduced] ?? null
      const pieces = [{ op: 'same', text } as const]
      put(
        quoteClip({ article, revision, quote: text, since }, [{ kind: 'paragraph', pieces }]),
        t('copy.said.source', said)
      )
      return
    }
    const last = place.pasts.at(-1)!.held[1]
    const [older, newer] = [revisions[last], revisions[last + 1]]
    if (older === undefined || newer === undefined) return
    const pieces = [{ op: 'removed', text } as const]
    const change = { article, older, newer, before: text, after: '' }
    put(changeClip(change, [{ kind: 'paragraph', pieces }]), t('copy.said.source', said))
  }
}
