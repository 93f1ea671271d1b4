import type { Block, BlockKind, Content, Link } from '../../src/domain/revision.ts'

const kinds: Readonly<Record<string, BlockKind>> = {
  h1: 'headline',
  h2: 'heading',
  p: 'paragraph',
  li: 'list-item',
  blockquote: 'quote',
  figcaption: 'caption'
}
const classes: Readonly<Record<string, BlockKind>> = {
  standfirst: 'standfirst',
  byline: 'byline',
  dateline: 'dateline',
  correction: 'correction-note'
}
const element =
  /<(h1|h2|p|li|blockquote|figcaption)(?: class="(\w+)")?>(.*?)<\/\1>|<img\s+src="([^"]*)"\s+alt="([^"]*)"\s*\/?>/gsu

/** Reads the few elements that test pages are written in; no reader of real pages. */
export function readPage(html: string): Content {
  return { blocks: [...html.matchAll(element)].map(toBlock), claims: [] }
}

function toBlock([, tag = '', className, inner = '', src, alt = '']: RegExpExecArray): Block {
  if (src !== undefined) return { kind: 'image', text: plain(alt), src: plain(src) }
  const links = [...inner.matchAll(/<a\s+href="([^"]*)"\s*>(.*?)<\/a\s*>/gsu)].map(toLink)
  const kind = classes[className ?? ''] ?? kinds[tag]!
  return { kind, text: plain(inner), ...(links.length > 0 && { links }) }
}

function toLink([, href = '', text = '']: RegExpExecArray): Link {
  return { text: plain(text), href: plain(href) }
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&amp;', '&')
    .replace(/\s+/gu, ' ')
    .trim()
}
