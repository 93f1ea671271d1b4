import { f1 } from './score.ts'
import type { Edit, Reading } from './spans.ts'

/** The readings that are furthest from the gold, each with old, new, gold and ours, to learn from. */
export function worst(readings: readonly Reading[], most: number): string {
  const loss = ({ words, spans }: Reading) => words.found + words.gold - 2 * words.right + spans.gold * (1 - f1(spans))
  const order = readings.toSorted((a, b) => loss(b) - loss(a)).slice(0, most)
  return order.map(told).join('\n\n')
}

function told({ item, edits, words, spans }: Reading): string {
  return [
    `${item.id}  words ${f1(words).toFixed(2)}, spans ${f1(spans).toFixed(2)}`,
    `gold  ${marked(item.old, item.new, item.edits)}`,
    `ours  ${marked(item.old, item.new, edits)}`
  ].join('\n')
}

/** The newer sentence with `[-what went-]{+what came+}`. */
function marked(older: string, newer: string, edits: readonly Edit[]): string {
  const [olds, news] = [older.split(' '), newer.split(' ')]
  const inOrder = edits.toSorted((a, b) => start(a) - start(b))
  const out: string[] = []
  let at = { old: 0, new: 0 }
  for (const { old, new: to } of inOrder) {
    const ahead = to === null ? old![0] - at.old : to[0] - at.new
    out.push(...news.slice(at.new, at.new + Math.max(0, ahead)))
    const went = old === null ? '' : `[-${olds.slice(...old).join(' ')}-]`
    const came = to === null ? '' : `{+${news.slice(...to).join(' ')}+}`
    out.push(went + came)
    at = { old: old?.[1] ?? at.old + ahead, new: to?.[1] ?? at.new + ahead }
  }
  return [...out, ...news.slice(at.new)].join(' ')
}

const start = (edit: Edit): number => edit.new?.[0] ?? edit.old![0]
