import { textDirection } from '../../domain/direction.ts'
import type { Block, Claim, Content } from '../../domain/revision.ts'
import { zonedTime } from './html-head.ts'
import { readBlocks } from './markdown-blocks.ts'
import { timeInName } from './order.ts'
import { FileRefusal, readTextFile, type FileText } from './read-file.ts'
import type { FormatReader, Found, Reading } from './reader.ts'
import { isWebAddress, siteDocument } from './site-document.ts'
import { momentIn } from './zone.ts'

const format = 'markdown/1'
const mostBlocks = 20_000
const longestHeadline = 400

/**
 * Reads notes in Markdown, with or without front matter (as Jekyll has it). A note that names where it was clipped from is a
 * state of that article. Any text is Markdown, so the name of the file decides.
 */
export const markdownReader: FormatReader = {
  format,
  fits: ({ name, head, isFolder }) => !isFolder && /\.(?:md|markdown|mdown|mkd)$/i.test(name) && !head.includes(0),
  async *read({ path }, how) {
    const file = await readTextFile(path)
    const { facts, text } = await withoutFrontMatter(file.text)
    const content = contentOf(facts, text)
    if (content === null) throw new FileRefusal('no-article')
    yield found(file, how, facts, content)
  }
}

type Facts = ReadonlyMap<string, string>

const longestFrontMatter = 50_000

async function withoutFrontMatter(text: string): Promise<{ readonly facts: Facts; readonly text: string }> {
  const [whole, source] = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text) ?? []
  if (whole === undefined || source!.length > longestFrontMatter) return { facts: new Map(), text }
  try {
    const { parse } = await import('yaml')
    const facts = parse(source!, { schema: 'core', logLevel: 'silent', maxAliasCount: 0 }) as unknown
    return { facts: stringsOf(facts), text: text.slice(whole.length) }
  } catch {
    // No YAML, which stands between two lines by chance, or a bomb of aliases.
    return { facts: new Map(), text }
  }
}

function stringsOf(facts: unknown): Facts {
  if (facts === null || typeof facts !== 'object') return new Map()
  const entries = Object.entries(facts).flatMap(([name, value]) => {
    const one = (Array.isArray(value) ? value[0] : value) as unknown
    return typeof one === 'string' || typeof one === 'number' ? [[name.toLowerCase(), String(one).trim()] as const] : []
  })
  return new Map(entries.filter(([, value]) => value !== ''))
}

const first = (facts: Facts, ...names: readonly string[]): string | null =>
  names.map((name) => facts.get(name)).find((value) => value !== undefined) ?? null

/** The title of the front matter, else the first heading, else a short first paragraph is the headline. */
function contentOf(facts: Facts, text: string): Content | null {
  const blocks = readBlocks(text).slice(0, mostBlocks)
  // A picture over the headline is no headline.
  const top = blocks.find(({ kind }) => kind !== 'image')
  const own =
    top !== undefined && /^(?:heading|paragraph)$/.test(top.kind) && top.text.length <= longestHeadline
      ? top.text
      : null
  const headline = first(facts, 'title')?.slice(0, longestHeadline) ?? own
  if (headline === null) return null
  const body = own === headline ? blocks.filter((block) => block !== top) : blocks
  if (body.length === 0) return null
  const author = first(facts, 'author', 'authors', 'byline')
  const byline: Block[] = author === null ? [] : [{ kind: 'byline', text: author.slice(0, longestHeadline) }]
  return { blocks: [{ kind: 'headline', text: headline }, ...byline, ...body], claims: claimsOf(facts) }
}

function claimsOf(facts: Facts): Claim[] {
  const claim = (kind: Claim['kind'], text: string | null): Claim[] =>
    text === null ? [] : [{ kind, where: 'metadata', text: text.slice(0, 200), at: claimedTime(text) }]
  return [
    ...claim('published', first(facts, 'published', 'date', 'pubdate')),
    ...claim('updated', first(facts, 'updated', 'modified', 'lastmod'))
  ]
}

/** As the words have it: without a zone where they name none. */
function claimedTime(text: string): string | null {
  const local = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?))?$/.exec(text)
  if (local !== null) return local[2] === undefined ? local[1]! : `${local[1]}T${local[2]}`
  return zonedTime(text)
}

function found(file: FileText, how: Reading, facts: Facts, content: Content): Found {
  const { name, modifiedAt, bytes, text } = file
  const url = first(facts, 'source', 'url', 'link', 'canonical_url', 'original_url')
  const time = first(facts, 'created', 'saved', 'clipped', 'archived', 'date_saved')
  const zoned = zonedTime(time)
  const at = zoned ?? (time === null ? null : momentIn(time, how.zone))
  const dir = textDirection(text)
  const lang = first(facts, 'lang', 'language')
  const received = { body: bytes, headers: { 'content-type': 'text/plain' }, extractor: format }
  if (url === null || !isWebAddress(url))
    return { kind: 'loose', loose: { name, modifiedAt, at, content, lang, dir, received } }
  const seen = at ?? timeInName(name) ?? modifiedAt
  const state = { at: seen, until: seen, count: 1, outcome: 'changed', status: null, error: null, content } as const
  const document = siteDocument(url, { site: null, lang, dir }, [{ ...state, received, original: { id: null, time } }])
  return at !== null && zoned === null && how.zone === null ? { ...document, isZoneGuessed: true } : document
}
