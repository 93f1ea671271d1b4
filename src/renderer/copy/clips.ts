import type { Article, RevisionInfo } from '../../domain/timemap.ts'
import { changeCitation, changeSource, citation, sourceOf, type Changed, type Quoted } from './citation.ts'
import type { Clip } from './clipboard.ts'
import { clean, escapedHtml, html, markdown, markedText, newerText, olderText } from './formats.ts'
import type { CopiedBlock } from './piece.ts'
import { sideWithText, type Selected, type Side } from './selected.ts'

/** The text that is open: one version, or two of which the newer one is read. */
export interface Opened {
  readonly article: Article
  readonly older: RevisionInfo | null
  readonly newer: RevisionInfo
}

export type CopyForm = 'source' | 'marks' | 'markdown' | 'html'

/** The text alone, of one version. */
export function plainClip(selected: Selected): Clip {
  const side = sideWithText(selected)
  return { text: textOf(selected.blocks, side), html: html(clean(selected.blocks, side)) }
}

/** What was selected, in a form; `isChange`: it is a whole change, and both versions are its source. */
export function clipOf(selected: Selected, form: CopyForm, opened: Opened, isChange: boolean): Clip {
  const { blocks } = selected
  const source = isChange ? null : sourceText(selected, opened)
  switch (form) {
    case 'marks':
      return { text: markedText(blocks), html: html(blocks) }
    case 'html': {
      const whole = `${html(blocks)}\n<p>(${escapedHtml(source ?? changeText(opened))})</p>`
      return { text: whole, html: whole }
    }
    case 'markdown': {
      const text = `${markdown(blocks)}\n\n(${source ?? changeText(opened)})`
      return { text, html: `${html(blocks)}\n<p>(${escapedHtml(source ?? changeText(opened))})</p>` }
    }
    case 'source':
      return isChange && opened.older !== null
        ? changeClip({ ...opened, older: opened.older, before: olderText(blocks), after: newerText(blocks) }, blocks)
        : quoteClip(quoted(selected, opened), clean(blocks, sideWithText(selected)))
  }
}

/** A quotation with its source. */
export function quoteClip(of: Quoted, blocks: readonly CopiedBlock[]): Clip {
  return {
    text: citation(of),
    html: `<blockquote>${html(blocks)}</blockquote>\n<p>(${escapedHtml(sourceOf(of))})</p>`
  }
}

/** A change with both of its sources. */
export function changeClip(change: Changed, blocks: readonly CopiedBlock[]): Clip {
  return {
    text: changeCitation(change),
    html: `<blockquote>${html(blocks)}</blockquote>\n<p>(${escapedHtml(changeSource(change))})</p>`
  }
}

function quoted(selected: Selected, { article, older, newer }: Opened): Quoted {
  const side = sideWithText(selected)
  return { article, revision: side === 'older' ? (older ?? newer) : newer, quote: textOf(selected.blocks, side) }
}

const sourceText = (selected: Selected, opened: Opened): string => sourceOf(quoted(selected, opened))

const changeText = ({ article, older, newer }: Opened): string =>
  older === null ? sourceOf({ article, revision: newer }) : changeSource({ article, older, newer })

function textOf(blocks: readonly CopiedBlock[], side: Side): string {
  return side === 'newer' ? newerText(blocks) : olderText(blocks)
}
