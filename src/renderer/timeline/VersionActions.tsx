import { Ellipsis, Pin, PinOff, Trash2, Undo2 } from 'lucide-react'
import type { Gap, RevisionInfo, Timemap } from '../../domain/timemap.ts'
import { t } from '../../catalogue/words.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'
import { ActionMenu, type Action } from '../ui/ActionMenu.tsx'
import type { Ends } from './pairs.ts'
import { versionName } from './words.ts'

interface Props {
  readonly timemap: Timemap
  readonly ends: Ends
  readonly single: boolean
  readonly onDelete: (index: number) => void
}

/** So many deleted versions are offered here; Recently deleted has them all. */
const mostGaps = 5

/** What can be done to the versions that are open, and to those that were deleted: pin, delete, restore. */
export function VersionActions({ timemap, ends, single, onDelete }: Props) {
  const { tell, tellFailure } = useActs()
  const { library } = window.palimpsest
  const held = single ? [ends.newer] : [ends.newer, ends.older]
  const pin = async (revision: RevisionInfo, kept: boolean) => {
    await valueOf(library.keep({ revision: revision.id, reason: 'pinned', kept }))
    tell(t(kept ? 'timeline.pinned' : 'timeline.unpinned', { v: versionName(revision) }))
  }
  const restore = async (id: number, { label }: Gap) => {
    await valueOf(library.restoreRevision({ revision: id }))
    tell(t('timeline.restored', { v: `v${label}` }))
  }
  const ofVersion = (index: number): Action[] => {
    const revision = timemap.revisions[index]
    if (revision === undefined) return []
    const [name, isPinned] = [versionName(revision), revision.kept.includes('pinned')]
    const act = () => void pin(revision, !isPinned).catch(tellFailure)
    const icon = isPinned ? PinOff : Pin
    const pinning = t(isPinned ? 'timeline.unpin' : 'timeline.pin', { v: name })
    return [
      { key: `pin ${revision.id}`, icon, label: pinning, act },
      {
        key: `delete ${revision.id}`,
        icon: Trash2,
        label: t('timeline.delete', { v: name }),
        act: () => onDelete(index)
      }
    ]
  }
  const ofGap = (gap: Gap): Action[] => {
    const { label, revision } = gap
    if (revision === null) return []
    const act = () => void restore(revision, gap).catch(tellFailure)
    return [{ key: `restore ${revision}`, icon: Undo2, label: t('timeline.restore', { v: `v${label}` }), act }]
  }
  const waiting = timemap.gaps.filter(({ revision }) => revision !== null).slice(-mostGaps)
  const actions = [...held.flatMap(ofVersion), ...waiting.toReversed().flatMap(ofGap)]
  return <ActionMenu label={t('timeline.actions')} icon={Ellipsis} actions={actions} />
}
