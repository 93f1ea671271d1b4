// Extractors held side by side: ours, Readability and Defuddle (both on linkedom), and all text of the page.
import { Readability } from '@mozilla/readability'
import { Defuddle } from 'defuddle/node'
import { parseHTML } from 'linkedom'
import { readBody, type Body } from '../../src/library/extract/body.ts'
import { readPage } from '../../src/library/extract/read-page.ts'
import { readMetadata } from '../../src/library/extract/metadata.ts'
import { parsePage } from '../../src/library/extract/tree.ts'

export interface Extractor {
  readonly name: string
  readonly text: (html: string, url: string) => Promise<string>
  /** With what stands above it, where a measure counts that in. */
  readonly whole: (html: string, url: string) => Promise<string>
}

export function bodyOf(html: string, url: string): Body {
  const document = parsePage(html)
  const known = readMetadata(document, { url, at: '2026-01-01T00:00:00Z' })
  return readBody(document, { ...known, url })
}

const paragraphLike = new Set(['heading', 'paragraph', 'quote', 'list-item', 'table-row', 'correction-note'])

export const textOf = (body: Body): string =>
  body.blocks
    .filter(({ kind }) => paragraphLike.has(kind))
    .map(({ text }) => text)
    .join('\n')

/** The text of markup with a line for each block of it. */
export function blockText(html: string): string {
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  return textOfTree(document.body)
}

const blockTag =
  /^(?:P|DIV|LI|UL|OL|H[1-6]|BLOCKQUOTE|PRE|TR|TABLE|TD|TH|SECTION|ARTICLE|FIGURE|FIGCAPTION|BR|DT|DD|DL|HR|HEADER|FOOTER|ASIDE|MAIN)$/

function textOfTree(node: { readonly childNodes: Iterable<unknown> }): string {
  let text = ''
  for (const child of node.childNodes as Iterable<{
    nodeType: number
    textContent: string
    tagName: string
    childNodes: Iterable<unknown>
  }>) {
    if (child.nodeType === 3) text += child.textContent
    if (child.nodeType !== 1 || /^(?:SCRIPT|STYLE|TEMPLATE)$/.test(child.tagName)) continue
    const line = blockTag.test(child.tagName) ? '\n' : ''
    text += line + textOfTree(child) + line
  }
  return text
}

const articleLike = new Set([...paragraphLike, 'headline', 'standfirst'])

export const ours: Extractor = {
  name: 'ours',
  text: (html, url) => Promise.resolve(textOf(bodyOf(html, url))),
  whole: (html, url) => {
    const { blocks } = readPage(html, { url, at: '2026-01-01T00:00:00Z' }).content
    const told = blocks.filter(({ kind }) => articleLike.has(kind)).map(({ text }) => text)
    return Promise.resolve(told.join('\n'))
  }
}

export const readability: Extractor = {
  name: 'Readability',
  text: (html) => {
    const { document } = parseHTML(html)
    const article = new Readability(document).parse()
    return Promise.resolve(blockText(article?.content ?? ''))
  },
  whole: (html) => {
    const { document } = parseHTML(html)
    const article = new Readability(document).parse()
    return Promise.resolve(`${article?.title ?? ''}\n${blockText(article?.content ?? '')}`)
  }
}

export const defuddle: Extractor = {
  name: 'Defuddle',
  text: async (html, url) => blockText((await defuddled(html, url)).content),
  whole: async (html, url) => {
    const { title, content } = await defuddled(html, url)
    return `${title}\n${blockText(content)}`
  }
}

/** It says a lot to the console. */
async function defuddled(html: string, url: string): Promise<{ readonly title: string; readonly content: string }> {
  const { document } = parseHTML(html)
  const { log, warn, error } = console
  console.log = console.warn = console.error = () => {}
  try {
    return await Defuddle(document, url, { useAsync: false })
  } finally {
    Object.assign(console, { log, warn, error })
  }
}
