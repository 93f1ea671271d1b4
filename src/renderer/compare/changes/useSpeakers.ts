import { useQuery } from '@tanstack/react-query'
import type { Item } from './items.ts'

type SpeakerOf = (item: Item) => string | null

/** Who says an altered quotation. The words of 22 languages that it takes are loaded when the list is first opened. */
export function useSpeakers(lang: string | null): SpeakerOf {
  const { data } = useQuery({ queryKey: ['speakers'], queryFn: () => import('./speaker.ts') })
  return ({ row, edits }) => {
    if (data === undefined || !edits.some(({ kinds }) => kinds[0] === 'quote') || row.kind === 'moved') return null
    const at = quotedAt(row, edits)
    return at === null ? null : data.speakerOf(row.block.text, at, lang)
  }
}

/** Where in the newer text the first altered quotation is. */
function quotedAt({ runs, edits: told }: Item['row'], edits: Item['edits']): number | null {
  const quotes = new Set(told.filter((_, n) => edits[n]?.kinds[0] === 'quote'))
  let at = 0
  for (const run of runs ?? []) {
    if (run.op !== 'same' && quotes.has(run.edit)) return at
    if (run.op !== 'removed') at += (run.op === 'same' ? run.new : run.text).length
  }
  return null
}
