import type { Row } from '../compare/rows.ts'
import { has } from './matches.ts'

/** The closed parts of a drawn text that hold what is looked for, by key. */
export function foldsWith(box: HTMLElement, rows: readonly Row[], query: string): string[] {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const saysIt = (key: string) => {
    const row = byKey.get(key)
    return row !== undefined && (has(row.block.text, query) || (row.before !== null && has(row.before.text, query)))
  }
  const closed = [...box.querySelectorAll<HTMLElement>('[data-holds], [data-closed]')]
  return closed.flatMap(({ dataset }) => {
    const { holds, row, closed: text, fold } = dataset
    if (holds !== undefined && row !== undefined) return holds.split(' ').some(saysIt) ? row : []
    return fold !== undefined && has(text ?? '', query) ? fold : []
  })
}
