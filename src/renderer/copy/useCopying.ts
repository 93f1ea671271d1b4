import { useCallback, type RefObject } from 'react'
import { t } from '../../catalogue/words.ts'
import type { Timemap } from '../../domain/timemap.ts'
import { useActs } from '../app/ActsContext.tsx'
import type { Row } from '../compare/rows.ts'
import type { Shown } from '../compare/useShown.ts'
import { shortened } from '../ui/words.ts'
import { toClipboard, type Clip } from './clipboard.ts'
import { oneLine } from './citation.ts'
import { clipOf, type CopyForm, type Opened } from './clips.ts'
import { newerText, olderText } from './formats.ts'
import { blockOf } from './piece.ts'
import { selectedIn, type Selected } from './selected.ts'

/** Puts something on the clipboard and says what; says what went wrong where it could not. */
export function useClipboard(): (clip: Clip, said: string) => void {
  const { tell, tellFailure } = useActs()
  return useCallback(
    (clip, said) => {
      toClipboard(clip).then(() => tell(said), tellFailure)
    },
    [tell, tellFailure]
  )
}

interface Reading {
  readonly timemap: Timemap
  readonly shown: Shown | null
  /** The change that next and previous stopped at last. */
  readonly change: Row | null
}

/** Copies what is selected in the text, or else the current change, or else the headline; in a form. */
export function useCopying(box: RefObject<HTMLElement | null>, reading: Reading): (form: CopyForm) => void {
  const put = useClipboard()
  return (form) => {
    const { timemap, shown, change } = reading
    const newer = timemap.revisions[shown?.ends.newer ?? -1]
    if (shown === null || newer === undefined) return
    const older = 'answer' in shown ? (timemap.revisions[shown.ends.older] ?? null) : null
    const opened: Opened = { article: timemap.article, older, newer }
    const range = rangeIn(box.current)
    const selected = range === null ? ofRow(change ?? headlineOf(shown.rows)) : selectedIn(range, shown.rows)
    if (selected.blocks.length === 0) return
    const isChange = range === null && change !== null && older !== null
    put(clipOf(selected, form, opened, isChange), saidOf(selected, form, isChange))
  }
}

/** The selection, where it lies in the text. */
function rangeIn(box: HTMLElement | null): Range | null {
  const selection = getSelection()
  if (box === null || selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  return range.intersectsNode(box) ? range : null
}

const headlineOf = (rows: readonly Row[]): Row | null => rows.find(({ block }) => block.kind === 'headline') ?? null

function ofRow(row: Row | null): Selected {
  const block = row === null ? null : blockOf(row)
  return { blocks: block === null ? [] : [block], side: 'newer' }
}

function saidOf({ blocks }: Selected, form: CopyForm, isChange: boolean): string {
  const newer = newerText(blocks)
  const text = shortened(oneLine(newer === '' ? olderText(blocks) : newer), 60)
  if (form === 'source') return t(isChange ? 'copy.said.change' : 'copy.said.source', { text })
  return t(`copy.said.${form}`, { text })
}
