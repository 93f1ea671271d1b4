import { plainClip } from '../copy/clips.ts'
import { selectedIn } from '../copy/selected.ts'
import type { Row } from './rows.ts'

/** Puts what is copied from a text on the clipboard: the text of one version, without marks, notes or numbers. */
export function copyPlain(event: ClipboardEvent, rows: readonly Row[]): void {
  const selection = getSelection()
  if (selection === null || selection.isCollapsed || event.clipboardData === null) return
  event.preventDefault()
  const { text, html } = plainClip(selectedIn(selection.getRangeAt(0), rows))
  event.clipboardData.setData('text/plain', text)
  event.clipboardData.setData('text/html', html)
}
