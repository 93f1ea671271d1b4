import { FilterX } from 'lucide-react'
import { useState } from 'react'
import type { Edit } from '../../domain/diff/comparison.ts'
import { t } from '../../catalogue/words.ts'
import { ActionMenu } from '../ui/ActionMenu.tsx'
import { LightButton } from '../ui/LightButton.tsx'
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
  const [asked, setAsked] = useState(false)
  const [first] = edits
  if (point === null || first === undefined) return null
  if (edits.length === 1 || !asked) {
    const press = () => (edits.length === 1 ? point(first) : setAsked(true))
    return <LightButton icon={FilterX} label={t('noise.hide')} className="note-hide" onPress={press} />
  }
  const actions = edits.map((edit) => {
    return { key: String(edit), icon: FilterX, label: nameOf(all[edit]!), act: () => point(edit) }
  })
  return <ActionMenu label={t('noise.hide')} icon={FilterX} actions={actions} className="note-hide" startsOpen />
}

/** `six → ten`; the reason where no word says what changed. */
function nameOf({ before, after, reason }: Edit): string {
  const sides = [before, after].filter((side) => side !== '').map((side) => shortened(side, 30))
  return sides.length === 0 ? shortened(reason, 60) : sides.join(' → ')
}
