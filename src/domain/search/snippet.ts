import { closest } from './closest.ts'
import { hitsOf, type Hit } from './hits.ts'
import type { Term } from './query.ts'
import { stretchAround } from './stretch.ts'

/** A run of a snippet; `hit` where it is what was searched for. */
export interface SnippetPart {
  readonly text: string
  readonly hit: boolean
}

/**
 * Where the terms stand in a text, in reading order: UTF-16 offsets, the end not included. Hits that overlap are one,
 * under the term that begins first. A term's scope is not looked at: pass those that apply to the text.
 */
export function matches(text: string, terms: readonly Term[]): readonly Hit[] {
  return merged(hitsOf(text, terms))
}

function merged(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = []
  for (const hit of hits) {
    const last = kept.at(-1)
    if (last === undefined || hit.start >= last.end) kept.push(hit)
    else if (hit.end > last.end) kept[kept.length - 1] = { ...last, end: hit.end }
  }
  return kept
}

/**
 * A stretch of the text, about `length` UTF-16 units long, where most of the terms stand closest together; its beginning
 * where none does. It is cut between words, and an ellipsis is a part of its own. The other parts, joined, stand in the
 * text as they are.
 */
export function snippet(text: string, terms: readonly Term[], length = 160): readonly SnippetPart[] {
  const hits = hitsOf(text, terms)
  const most = Math.max(1, length)
  const { start, end } = stretchAround(text, closest(hits, most), most)
  const parts: SnippetPart[] = start > 0 ? [{ text: '… ', hit: false }] : []
  let at = start
  const put = (to: number, hit: boolean) => {
    if (to > at) parts.push({ text: text.slice(at, to), hit })
    at = Math.max(at, to)
  }
  for (const hit of merged(hits).filter((each) => each.end > start && each.start < end)) {
    put(hit.start, false)
    put(Math.min(hit.end, end), true)
  }
  put(end, false)
  if (end < text.length) parts.push({ text: ' …', hit: false })
  return parts
}
