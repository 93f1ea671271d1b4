import type { RefObject } from 'react'
import { Tooltip, TooltipTriggerStateContext } from 'react-aria-components'
import { t } from '../../../catalogue/words.ts'
import type { RevisionInfo } from '../../../domain/timemap.ts'
import type { BlameCut, BlameRun } from './model.ts'
import { runTip } from './words.ts'

interface Props {
  readonly place: BlameRun | BlameCut
  readonly trigger: RefObject<HTMLElement | null>
  readonly revisions: readonly RevisionInfo[]
}

/** A word about the passage under the pointer. */
export function RunTip({ place, trigger, revisions }: Props) {
  return (
    <TooltipTriggerStateContext value={shown}>
      <Tooltip className="tip" triggerRef={trigger} isOpen offset={6} placement="top start">
        {place.kind === 'run' ? runTip(place, revisions) : cutWords(place, revisions)}
      </Tooltip>
    </TooltipTriggerStateContext>
  )
}

/** Whether it shows is decided by where the pointer is, not by the tip. */
const shown = { isOpen: true, shouldSkipAnimation: true, open: () => undefined, close: () => undefined }

function cutWords({ pasts }: BlameCut, revisions: readonly RevisionInfo[]): string {
  return pasts.map(({ text, held }) => t('blame.cut', { text, v: revisions[held[1] + 1]?.label ?? '' })).join('\n')
}
