import type { CopiedBlock, Piece } from './piece.ts'

const between = '\n\n'

/** The newer text, clean. */
export const newerText = (blocks: readonly CopiedBlock[]): string => plain(blocks, 'removed')

/** The older text, clean. */
export const olderText = (blocks: readonly CopiedBlock[]): string => plain(blocks, 'added')

function plain(blocks: readonly CopiedBlock[], without: 'removed' | 'added'): string {
  return joined(blocks, (pieces) =>
    pieces
      .filter(({ op }) => op !== without)
      .map(({ text }) => text)
      .join('')
      .replaceAll('\n', between)
  )
}

/** `[-old-]{+new+}`, as word diffs write it. */
export function markedText(blocks: readonly CopiedBlock[]): string {
  return joined(blocks, (pieces) => pieces.map((piece) => around(piece, marks)).join(''))
}

/** Struck and bold, as Markdown has them; signs that Markdown would read are escaped. */
export function markdown(blocks: readonly CopiedBlock[]): string {
  return joined(blocks, (pieces, kind) => {
    const text = pieces.map((piece) => around({ ...piece, text: escapedMarkdown(piece.text) }, strong)).join('')
    if (kind === 'headline') return `# ${text}`
    if (kind === 'heading') return `## ${text}`
    if (kind === 'quote') return `> ${text}`
    return kind === 'list-item' ? `- ${text}` : text
  })
}

type Marks = Readonly<Record<'removed' | 'added', readonly [before: string, after: string]>>

const marks: Marks = { removed: ['[-', '-]'], added: ['{+', '+}'] }
const strong: Marks = { removed: ['~~', '~~'], added: ['**', '**'] }

/** Marks stand around the words, never around the spaces beside them; a break between paragraphs is a pilcrow. */
function around({ op, text }: Piece, of: Marks): string {
  if (op === 'same') return text
  const [, before = '', words = '', after = ''] = /^(\s*)([^]*?)(\s*)$/u.exec(text) ?? []
  const [open, close] = of[op]
  if (words !== '') return `${before}${open}${words.replaceAll('\n', ' ¶ ')}${close}${after}`
  if (!text.includes('\n')) return op === 'added' ? text : ''
  return `${open}¶${close}${op === 'added' ? '\n' : ' '}`
}

function escapedMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>~]/gu, (sign) => `\\${sign}`).replace(/^([#>+-]|\d+[.)])(?=\s)/gmu, '\\$1')
}

/** Paragraphs as HTML that keeps what was removed and added, and nothing else of the page. */
export function html(blocks: readonly CopiedBlock[]): string {
  return blocks
    .map(({ kind, pieces }) => {
      const tag = tags[kind] ?? 'p'
      return `<${tag}>${pieces.map(htmlPiece).join('')}</${tag}>`
    })
    .join('\n')
}

const tags: Partial<Record<CopiedBlock['kind'], string>> = {
  headline: 'h1',
  heading: 'h2',
  quote: 'blockquote',
  'list-item': 'li'
}

function htmlPiece({ op, text }: Piece): string {
  const escaped = escapedHtml(text).replaceAll('\n', op === 'same' ? '<br>' : '¶')
  if (op === 'same') return escaped
  return op === 'removed' ? `<del>${escaped}</del>` : `<ins>${escaped}</ins>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function escapedHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => entities[sign]!)
}

function joined(
  blocks: readonly CopiedBlock[],
  textOf: (pieces: readonly Piece[], kind: CopiedBlock['kind']) => string
): string {
  return blocks
    .map(({ pieces, kind }) => textOf(pieces, kind).trim())
    .filter((text) => text !== '')
    .join(between)
}

/** The same without the marks: as the newer version has it, or the older one. */
export function clean(blocks: readonly CopiedBlock[], side: 'older' | 'newer'): readonly CopiedBlock[] {
  const without = side === 'newer' ? 'removed' : 'added'
  return blocks.flatMap(({ kind, pieces }) => {
    const kept = pieces.filter(({ op }) => op !== without).map(({ text }) => ({ op: 'same', text }) as const)
    return kept.every(({ text }) => text.trim() === '') ? [] : { kind, pieces: kept }
  })
}
