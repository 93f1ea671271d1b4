import type { Block, BlockKind, Content } from '../domain/revision.ts'

const before: Partial<Record<BlockKind, string>> = {
  headline: '# ',
  standfirst: '**',
  heading: '## ',
  quote: '> ',
  'list-item': '- ',
  byline: '*',
  dateline: '*',
  caption: '*',
  'correction-note': '> **Note:** '
}
const after: Partial<Record<BlockKind, string>> = { standfirst: '**', byline: '*', dateline: '*', caption: '*' }

/** A version as Markdown (CommonMark): what the page wrote is text in it, never a mark. */
export function markdown({ blocks }: Content): string {
  return blocks.map(blockText).join('\n\n')
}

function blockText({ kind, text, links = [], src }: Block): string {
  if (kind === 'image' || kind === 'embed')
    return `${kind === 'image' ? '!' : ''}[${escaped(text)}](${target(src ?? '')})`
  const lines = linked(text, links).replaceAll('\n', kind === 'quote' ? '\n> ' : '\n')
  return `${before[kind] ?? ''}${lines}${after[kind] ?? ''}`
}

/** Each link where its text stands, in reading order. */
function linked(text: string, links: NonNullable<Block['links']>): string {
  let [written, at] = ['', 0]
  for (const link of links) {
    const found = link.text === '' ? -1 : text.indexOf(link.text, at)
    if (found < 0) continue
    written += `${escaped(text.slice(at, found))}[${escaped(link.text)}](${target(link.href)})`
    at = found + link.text.length
  }
  return written + escaped(text.slice(at))
}

const escaped = (text: string): string => text.replaceAll(/[\\`*_[\]<>#]/gu, String.raw`\$&`)

/** Between angle brackets an address may hold all but these. */
const target = (href: string): string => `<${href.replaceAll(/[<>\n\r\\]/gu, (sign) => encodeURIComponent(sign))}>`
