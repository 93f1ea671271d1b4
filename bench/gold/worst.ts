import { f1 } from './score.ts'
import type { Edit, Reading } from './spans.ts'

/** The readings that are furthest from the gold, each with old, new, gold and ours, to learn from. */
export function worst(readings: readonly Reading[], most: number): string {
  const loss = ({ words, spans }: Reading) => words.found + words.gold - 2 * words.right + spans.gold * (1 - f1(spans))
  const order = readings.toSorted((a, b) => loss(b) - loss(a)).slice(0, most)
  return order.map(told).join('\n\n')
}

function told({ item, edits, words, spans }: Reading): string {
  const sides = (edits: readonly Edit[]) => [
    marked(
      item.old,
      edits.map((edit) => edit.old),
      '--'
    ),
    marked(
      item.new,
      edits.map((edit) => edit.new),
      '++'
    )
  ]
  const [goldOld, goldNew] = sides(item.edits)
  const [ownOld, ownNew] = sides(edits)
  return [
    `${item.id}  words ${f1(words).toFixed(2)}, spans ${f1(spans).toFixed(2)}`,
    `old gold  ${goldOld}`,
    `old ours  ${ownOld}`,
    `new gold  ${goldNew}`,
    `new ours  ${ownNew}`
  ].join('\n')
}

/** A sentence with every span between marks. */
function marked(text: string, spans: readonly (readonly [number, number] | null)[], [open, close]: string): string {
  const words = text.split(' ')
  for (const span of spans) {
    if (span === null) continue
    words[span[0]] = `[${open}${words[span[0]]}`
    words[span[1] - 1] += `${close}]`
  }
  return words.join(' ')
}
