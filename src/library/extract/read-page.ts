import { isCorrectionNote } from '../../domain/disclosure/correction-note.ts'
import type { Page } from '../../domain/page.ts'
import type { Block } from '../../domain/revision.ts'
import { contentWords } from '../../domain/count.ts'
import { readBody, type Body, type FoundBlock } from './body.ts'
import { classify } from './kinds/classify.ts'
import { needsBrowser } from './kinds/not-article.ts'
import { readSigns } from './kinds/signs.ts'
import { collect, reconcile, type Metadata } from './metadata.ts'
import { folded } from './metadata/likeness.ts'
import { isWithin } from './metadata/shown.ts'
import { removeByRule, ruleFor, shippedRules, takeByRule, type SiteRules } from './site-rules.ts'
import { parsePage } from './tree.ts'

/** The version of everything that turns a page into blocks; a new one where the same page comes out otherwise. */
export const extractorVersion = 'palimpsest-page/1'

/** How a page was come by. */
export interface PageSource {
  /** The address that answered. */
  readonly url: string
  /** The time of the capture, ISO 8601. */
  readonly at: string
  /** Where there was a response: it helps to tell walls from articles. */
  readonly status?: number | null
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>
  /** What is known of single sites; the rules that ship with the application where this is absent. */
  readonly rules?: SiteRules
}

/**
 * Reads a page: what kind it is, what it says about itself, and its text as blocks in reading order. The same page comes
 * out the same each time; times that count on ("3 hours ago") stand in no block, as they would change it by themselves.
 * Never throws for what a page holds.
 */
export function readPage(html: string, source: PageSource): Page {
  const document = parsePage(html)
  const rule = ruleFor(source.rules ?? shippedRules, source.url)
  const removed = rule === null ? [] : removeByRule(document, rule)
  const collected = collect(document, source)
  const metadata = reconcile(document, collected)
  if (rule !== null) takeByRule(document, rule)
  const { headline, standfirst, byline, articleBody, lang } = metadata
  const body = readBody(document, { url: source.url, headline, standfirst, byline, articleBody, lang })
  const own = ownBlocks(body, metadata)
  const blocks = [...headBlocks(metadata), ...own]
  const words = contentWords({ blocks: own, claims: [] })
  const signs = readSigns({ html, document, collected, metadata, body, words, source })
  const { kind, reason } = classify(signs)
  return {
    kind,
    reason,
    headline,
    standfirst,
    byline,
    published: metadata.published,
    updated: metadata.updated,
    section: metadata.section,
    site: metadata.site,
    lang,
    dir: metadata.dir,
    canonicalUrl: metadata.canonicalUrl,
    ampUrl: metadata.ampUrl,
    nextPages: metadata.nextPages,
    content: { blocks, claims: metadata.claims },
    words,
    needsBrowser: needsBrowser(signs),
    removals: [...removed, ...body.removals]
  }
}

/** The head of the article as it is shown; a headline that is in the page's data alone is one all the same. */
function headBlocks({ headline, parts }: Metadata): Block[] {
  const blocks: Block[] = []
  if (headline !== null) blocks.push({ kind: 'headline', text: headline })
  if (parts.standfirst !== null) blocks.push({ kind: 'standfirst', text: parts.standfirst.text })
  if (parts.byline !== null) blocks.push({ kind: 'byline', text: parts.byline.text })
  const dates = parts.dateLines.flatMap(({ claims }) => claims.filter(({ at }) => at !== null).map(({ text }) => text))
  if (dates.length > 0) blocks.push({ kind: 'dateline', text: [...new Set(dates)].join(' / ') })
  return blocks
}

/** How many of the first blocks of a body may repeat the head. */
const mostRepeats = 8

/** The body without what its head has already, and with its correction notes named so. */
function ownBlocks({ blocks }: Body, { headline, parts }: Metadata): Block[] {
  const head = [parts.headline, parts.standfirst, parts.byline, ...parts.dateLines].filter((part) => part !== null)
  const texts = new Set([...head.map(({ text }) => text), headline ?? ''].map(folded))
  const isRepeat = (block: FoundBlock, at: number): boolean => {
    if (at >= mostRepeats || block.kind === 'image') return false
    return (
      texts.has(folded(block.text)) ||
      head.some(({ element, text }) => isWithin(block.element, element) && folded(text).includes(folded(block.text)))
    )
  }
  return blocks.filter((block, at) => !isRepeat(block, at)).map(asBlock)
}

const mayBeNote = new Set(['paragraph', 'list-item', 'heading'])

function asBlock({ kind, text, links, src }: FoundBlock): Block {
  const isNote = mayBeNote.has(kind) && isCorrectionNote(text)
  return {
    kind: isNote ? 'correction-note' : kind,
    text,
    ...(links === undefined ? {} : { links }),
    ...(src === undefined ? {} : { src })
  }
}
