import { plainClip } from '../copy/clips.ts'
import { selectedIn, type Side } from '../copy/selected.ts'
import type { Row } from './rows.ts'

/**
 * Puts what is copied from a text on the clipboard: the text of one version, without marks, notes or numbers. `column`: the
 * one in which the selection was begun, where there are two.
 */
export function copyPlain(event: ClipboardEvent, rows: readonly Row[], column: Side | null): void {
  const selection = getSelection()
  if (selection === null || selection.isCollapsed || event.clipboardData === null) return
  event.preventDefault()
  const { text, html } = plainClip(selectedIn(selection.getRangeAt(0), rows, column))
  event.clipboardData.setData('text/plain', text)
  event.clipboardData.setData('text/html', html)
}
