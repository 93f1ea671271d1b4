import type { Row } from '../rows.ts'
import type { Side } from '../Runs.tsx'

/** A plain copy from one column is that version's text, with what lies in folds between. */
export function sideText(range: Range, rows: readonly Row[], side: Side): string {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const root = range.commonAncestorContainer
  const box = root instanceof Element ? root : root.parentElement
  const within = box?.closest(`[data-side="${side}"]`) ?? null
  const parts = within === null ? [...(box?.querySelectorAll<HTMLElement>(partsOf(side)) ?? [])] : [within]
  return parts
    .filter((part) => range.intersectsNode(part))
    .flatMap((part) => {
      const holds = part instanceof HTMLElement ? part.dataset.holds : undefined
      if (holds === undefined) return clean(selectedIn(part, range))
      return holds.split(' ').map((key) => foldedText(byKey.get(key), side))
    })
    .filter((text) => text !== '')
    .join('\n\n')
}

const partsOf = (side: Side) => `[data-side="${side}"], [data-holds]`

function foldedText(row: Row | undefined, side: Side): string {
  return (side === 'newer' ? row?.text : row?.before?.text) ?? ''
}

/** The part of a cell that is selected. */
function selectedIn(cell: Element, range: Range): DocumentFragment {
  const part = document.createRange()
  part.selectNodeContents(cell)
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0)
    part.setStart(range.startContainer, range.startOffset)
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset)
  return part.cloneContents()
}

/** Words alone: no labels, nothing that is only said, no marks of paragraphs. */
function clean(part: DocumentFragment): string {
  for (const other of part.querySelectorAll('.hidden-text, [data-not-text]')) other.remove()
  for (const mark of part.querySelectorAll('ins, del')) if (mark.textContent === '¶') mark.remove()
  for (const lineBreak of part.querySelectorAll('br')) lineBreak.replaceWith('\n\n')
  return (part.textContent ?? '').trim()
}
