import type { Row } from './rows.ts'

/** A plain copy from a comparison is the newer text: nothing removed, no notes, and what lies in a fold too. */
export function plainText(range: Range, rows: readonly Row[]): string {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const fragment = range.cloneContents()
  const elements = [...fragment.querySelectorAll<HTMLElement>('[data-row]')]
  if (elements.length === 0) return clean(fragment)
  const parts = elements.map((element) => {
    const holds = element.dataset.holds
    if (holds === undefined) return clean(element)
    return holds
      .split(' ')
      .map((key) => byKey.get(key)?.text ?? '')
      .join('\n\n')
  })
  return parts.filter((part) => part !== '').join('\n\n')
}

function clean(part: DocumentFragment | HTMLElement): string {
  for (const other of part.querySelectorAll(
    'del, .old-headline, .hidden-text, .gutter, .note, .change-card, [data-not-text]'
  )) {
    other.remove()
  }
  for (const pilcrow of part.querySelectorAll('ins')) if (pilcrow.textContent === '¶') pilcrow.remove()
  for (const lineBreak of part.querySelectorAll('br')) lineBreak.replaceWith('\n\n')
  return (part.textContent ?? '').trim()
}
