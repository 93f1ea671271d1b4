import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Block, Content } from '../../src/domain/revision.ts'

const data = resolve(import.meta.dirname, '../../.cache/data')

/** The texts that one article had in turn. */
export interface History {
  readonly lang: string
  readonly texts: readonly Content[]
}

interface Meta {
  readonly lang?: string
  readonly versions: readonly { readonly file: string }[]
}

/** The real histories of a data set, each file read by `read`; empty where it was not unpacked. */
export function historiesOf(set: string, read: (text: string) => Content = asContent): History[] {
  return articlesOf(set).map((folder) => {
    const { lang, versions } = JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8')) as Meta
    const texts = versions.map(({ file }) => read(readFileSync(join(folder, file), 'utf8')))
    return { lang: lang ?? 'en', texts: distinct(texts) }
  })
}

interface Titles {
  readonly lang: string
  readonly titles: readonly { readonly at: string; readonly text: string }[]
  readonly summaries: readonly { readonly at: string; readonly text: string }[]
}

/** Real histories of nothing but a headline and a line below it, the first so many; empty where not unpacked. */
export function headlineHistories(set: string, most: number): History[] {
  const file = join(data, set, 'headlines.jsonl')
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(0, most)
  return lines.map((line) => {
    const { lang, titles, summaries } = JSON.parse(line) as Titles
    const times = [...new Set([...titles, ...summaries].map(({ at }) => at))].toSorted()
    const lastOf = (states: Titles['titles'], now: string) => states.findLast(({ at }) => at <= now)?.text ?? ''
    return {
      lang,
      texts: distinct(times.map((now) => asContent(`${lastOf(titles, now)}\n${lastOf(summaries, now)}`)))
    }
  })
}

const distinct = (texts: readonly Content[]): Content[] =>
  texts.filter((text, i) => plainText(text) !== plainText(texts[i - 1] ?? nothing))

function articlesOf(set: string): string[] {
  const folder = join(data, set)
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
}

const nothing: Content = { blocks: [], claims: [] }

/** A first line of the length of a headline, then paragraphs, which are lines where no line is blank. */
export function asContent(text: string): Content {
  const parts = text.split(/\n\s*\n/).length > 2 ? text.split(/\n\s*\n/) : text.split('\n')
  const blocks = parts.flatMap((part): Block[] =>
    part.trim() === '' ? [] : [{ kind: 'paragraph', text: part.trim() }]
  )
  const [first, ...rest] = blocks
  if (first === undefined || first.text.length > 400) return { blocks, claims: [] }
  return { blocks: [{ kind: 'headline', text: first.text }, ...rest], claims: [] }
}

/** What the schemes that know no blocks store of a revision. */
export const plainText = ({ blocks }: Content): string => blocks.map(({ text }) => text).join('\n\n')

/** A page as it was received at one time. */
export interface PageCapture {
  readonly page: string
  readonly site: string
  readonly at: string
  readonly bytes: Buffer
}

/** The captures of real pages over years, in order of time; empty where the set was not unpacked. */
export function pageCaptures(set: string): PageCapture[] {
  return articlesOf(set)
    .flatMap((folder) => {
      const meta = JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8')) as { id: string; doc: string }
      const bytes = (file: string) => gunzipSync(readFileSync(join(folder, file)))
      const site = meta.doc.split('/')[0]!
      return filesIn(meta).map(({ file, at }) => ({ page: meta.id, site, at, bytes: bytes(file) }))
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

/** Every page named anywhere in a description of pairs. */
function filesIn(meta: unknown): { file: string; at: string }[] {
  const files = new Map<string, string>()
  JSON.stringify(meta, (_, value: { file?: string; at?: string } | null) => {
    if (value?.file?.endsWith('.html.gz') === true && value.at !== undefined) files.set(value.file, value.at)
    return value
  })
  return [...files].map(([file, at]) => ({ file, at }))
}
