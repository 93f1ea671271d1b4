import type { Collected, Metadata } from '../metadata.ts'
import { isArticleType } from '../metadata/own-article.ts'
import { wordsIn } from '../metadata/likeness.ts'
import type { Body } from '../body.ts'
import { isWithin, shownText, type Line } from '../metadata/shown.ts'
import type { PageSource } from '../read-page.ts'
import { attribute, elementsUnder, rawText, type Document } from '../tree.ts'

/** What a page is judged by. */
export interface Signs {
  readonly html: string
  readonly source: PageSource
  readonly metadata: Metadata
  /** The title of the document, and its main headings. */
  readonly titles: readonly string[]
  readonly lines: readonly Line[]
  /** Words that are shown at all, in links too. */
  readonly allWords: number
  readonly linkWords: number
  /** Words of the body that was found, or of the lines that read like paragraphs, whichever are more. */
  readonly words: number
  /** Headings that are links, or have one: they lead to articles. */
  readonly linkedHeadings: number
  /** How many of them stand in the body that was found. */
  readonly linkedInBody: number
  /** Words of that body. */
  readonly bodyWords: number
  /** The labels of buttons. */
  readonly buttons: readonly string[]
  readonly hasPassword: boolean
  readonly hasScripts: boolean
  /** The name of the outermost element that is none of HTML: `rss`, `feed`, `urlset`. */
  readonly foreign: string | null
  /** Whether the page's data calls it an article of its own. */
  readonly isCalledArticle: boolean
}

interface Read {
  readonly html: string
  readonly document: Document
  readonly collected: Collected
  readonly metadata: Metadata
  readonly body: Body
  /** The number of words of the body that was found. */
  readonly words: number
  readonly source: PageSource
}

/** A line of more letters that is no link is a paragraph. */
const paragraph = 80
const denseParagraph = 35
const mostButtons = 200
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

const isParagraph = ({ text, linked }: Line): boolean =>
  linked < 0.4 && (text.length >= paragraph || (text.length >= denseParagraph && dense.test(text)))

export function readSigns({ html, document, collected, metadata, body, words, source }: Read): Signs {
  const { head, shown, article } = collected
  const { lines } = shown
  const counts = lines.map((line) => ({ line, words: wordsIn(line.text) }))
  const sum = (of: (line: Line) => number) => counts.reduce((total, { line, words }) => total + words * of(line), 0)
  const headings = shown.named.filter(({ element }) => element.tagName === 'h1').slice(0, 20)
  const marked = markup(document, body.root)
  return {
    html,
    source,
    metadata,
    titles: [head.title ?? '', ...headings.map(({ element }) => shownText(element, 300))].filter(
      (title) => title !== ''
    ),
    lines,
    allWords: Math.round(sum(() => 1)),
    linkWords: Math.round(sum(({ linked }) => linked)),
    words: Math.max(words, Math.round(sum((line) => (isParagraph(line) ? 1 : 0)))),
    bodyWords: words,
    ...marked,
    isCalledArticle:
      (article?.['@type'] !== undefined && metadata.types.some(isArticleType)) ||
      /^article$/iu.test(metadata.types.at(-1) ?? '')
  }
}

/** A script that is large enough to write a page, or lies elsewhere; data is none. */
function mayWrite(script: Element): boolean {
  const type = attribute(script, 'type')
  if (type !== null && !/^(?:module|(?:text|application)\/(?:java|ecma)script|)$/i.test(type)) return false
  return attribute(script, 'src') !== null || type === 'module' || rawText(script).length > 200
}

type Markup = Pick<Signs, 'linkedHeadings' | 'linkedInBody' | 'buttons' | 'hasPassword' | 'hasScripts' | 'foreign'>

function markup(document: Document, root: Element | null): Markup {
  const buttons: string[] = []
  let linkedInBody = 0
  let [linkedHeadings, hasPassword, hasScripts] = [0, false, false]
  let foreign: string | null = null
  for (const element of elementsUnder(document)) {
    const { tagName } = element
    if (/^(?:rss|feed|rdf:rdf|urlset|sitemapindex|opml)$/u.test(tagName)) foreign ??= tagName
    else if (tagName === 'script') hasScripts ||= mayWrite(element)
    else if (tagName === 'input') {
      const type = attribute(element, 'type')?.toLowerCase()
      if (type === 'password') hasPassword = true
      if ((type === 'submit' || type === 'button') && buttons.length < mostButtons)
        buttons.push(attribute(element, 'value') ?? '')
    } else if ((tagName === 'button' || (tagName === 'a' && isButton(element))) && buttons.length < mostButtons)
      buttons.push(shownText(element, 80))
    else if (/^h[1-4]$/u.test(tagName) && isLinked(element)) {
      linkedHeadings++
      if (root !== null && linkedHeadings < 2000 && isWithin(element, root)) linkedInBody++
    }
  }
  return { buttons, linkedHeadings, linkedInBody, hasPassword, hasScripts, foreign }
}

type Element = Parameters<typeof attribute>[0]

const isButton = (element: Element): boolean =>
  attribute(element, 'role') === 'button' ||
  /\b(?:btn|button)\b/iu.test(attribute(element, 'class')?.slice(0, 300) ?? '')

const isLinked = (element: Element): boolean =>
  element.childNodes.some((child) => child.nodeName === 'a') || element.parentNode?.nodeName === 'a'
