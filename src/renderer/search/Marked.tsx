import type { Term } from '../../domain/search/query.ts'
import { matches, type SnippetPart } from '../../domain/search/snippet.ts'
import { keyed } from '../ui/keyed.ts'

/** A snippet with what was searched for marked in it. */
export function MarkedParts({ parts }: { readonly parts: readonly SnippetPart[] }) {
  return keyed(parts, ({ text }) => text).map(({ key, item }) =>
    item.hit ? <mark key={key}>{item.text}</mark> : <span key={key}>{item.text}</span>
  )
}

/** A whole text with the terms marked in it. */
export function MarkedText({ text, terms }: { readonly text: string; readonly terms: readonly Term[] }) {
  const parts: SnippetPart[] = []
  let at = 0
  for (const { start, end } of matches(text, terms)) {
    if (start > at) parts.push({ text: text.slice(at, start), hit: false })
    parts.push({ text: text.slice(start, end), hit: true })
    at = end
  }
  if (at < text.length) parts.push({ text: text.slice(at), hit: false })
  return <MarkedParts parts={parts} />
}
