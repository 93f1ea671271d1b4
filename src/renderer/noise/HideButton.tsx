import { FilterX } from 'lucide-react'
import type { Edit } from '../../domain/diff/comparison.ts'
import { t } from '../../catalogue/words.ts'
import { ActionMenu } from '../ui/ActionMenu.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { shortened } from '../ui/words.ts'
import { usePointing } from './PointingContext.tsx'

interface Props {
  /** The changes of a row, by their places in the edits of the comparison. */
  readonly edits: readonly number[]
  readonly all: readonly Edit[]
}

/** In the margin of a change: hides changes like it. Where there are several it asks which. */
export function HideButton({ edits, all }: Props) {
  const point = usePointing()
  const [first] = edits
  if (point === null || first === undefined) return null
  if (edits.length === 1) {
    return <IconButton icon={FilterX} label={t('noise.hide')} className="note-hide" onPress={() => point(first)} />
  }
  const actions = edits.map((edit) => {
    return { key: String(edit), icon: FilterX, label: nameOf(all[edit]!), act: () => point(edit) }
  })
  return <ActionMenu label={t('noise.hide')} icon={FilterX} actions={actions} className="note-hide" />
}

/** `six → ten`; the reason where no word says what changed. */
function nameOf({ before, after, reason }: Edit): string {
  const sides = [before, after].filter((side) => side !== '').map((side) => shortened(side, 30))
  return sides.length === 0 ? shortened(reason, 60) : sides.join(' → ')
}
