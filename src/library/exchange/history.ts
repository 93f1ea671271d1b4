import { z } from 'zod'
import { outcomes } from '../../domain/capture.ts'
import { blockKinds, type Content } from '../../domain/revision.ts'
import { longLines } from './long-lines.ts'
import { decodeText, FileRefusal, largestFile, readTextFile } from './read-file.ts'
import type { FormatReader, Opened } from './reader.ts'
import type { State, Document } from './document.ts'

const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString())
const address = z.url({ protocol: /^https?$/ }).max(8192)
const words = z.string().min(1).max(1_000_000)

const maybeWords = z.string().max(1_000_000)

const block = z.strictObject({
  kind: z.enum(blockKinds),
  // A picture may have no description.
  text: maybeWords,
  links: z
    .array(z.strictObject({ text: maybeWords, href: z.string().max(8192) }))
    .max(1000)
    .optional(),
  src: z.string().max(8192).optional()
})
const claim = z.strictObject({
  kind: z.enum(['published', 'updated']),
  where: z.enum(['visible', 'metadata']),
  text: words,
  at: z.string().max(40).nullable().default(null)
})
const content = z.strictObject({
  blocks: z.array(block).min(1).max(20_000),
  claims: z.array(claim).max(100).default([])
})
const capture = z.strictObject({
  at: time,
  until: time.optional(),
  count: z.int().positive().default(1),
  outcome: z.enum(outcomes),
  status: z.int().min(100).max(599).nullable().default(null),
  error: z.string().max(1000).nullable().default(null),
  content: content.optional()
})

/** A history, version 1: one article with all its captures. Described in docs/technotes/history-files.md. */
const history = z.strictObject({
  format: z.literal('palimpsest-history'),
  version: z.literal(1),
  source: z.strictObject({ name: z.string().min(1).max(200), homepage: address.nullable().default(null) }),
  article: z.strictObject({
    url: address.nullable().default(null),
    lang: z.string().max(35).nullable().default(null),
    dir: z.enum(['ltr', 'rtl']).default('ltr'),
    folder: z.string().min(1).max(200).nullable().default(null)
  }),
  captures: z.array(capture).min(1).max(100_000)
})

/** Reads history files. */
export const historyReader: FormatReader = {
  format: 'palimpsest-history/1',
  fits: ({ head }) => isHistory(head.toString('latin1')),
  async *read(file, { signal }) {
    let line = 0
    for await (const { text, isAlone } of documentsIn(file)) {
      signal.throwIfAborted()
      line++
      try {
        yield { kind: 'document', document: readHistory(text) }
      } catch (error) {
        if (isAlone || !(error instanceof FileRefusal)) throw error
        yield { kind: 'refused', record: `line ${line}`, code: error.code, detail: error.detail }
      }
    }
  }
}

interface HistoryText {
  readonly text: string
  /** Nothing else is in the file. */
  readonly isAlone: boolean
}

/** A file holds one history, on as many lines as it likes, or several, each on a line of its own. */
async function* documentsIn({ path, size }: Opened): AsyncGenerator<HistoryText> {
  if (size > largestFile) {
    for await (const line of longLines(path, largestFile)) yield { text: decodeText(line), isAlone: false }
    return
  }
  const { text } = await readTextFile(path)
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const isMany = lines.length > 1 && lines[0]!.trimEnd().endsWith('}') && isHistory(lines[1]!)
  if (!isMany) yield { text, isAlone: true }
  else for (const line of lines) yield { text: line, isAlone: false }
}

/** Whether a text says that it is a history file, of whatever version. */
function isHistory(text: string): boolean {
  return /^(?:\uFEFF|\xEF\xBB\xBF)?\s*\{[\s\S]{0,400}"format"\s*:\s*"palimpsest-history"/.test(text)
}

/** Reads a history file. Throws `FileRefusal`: `not-a-history` naming the place that is wrong, or `newer-format`. */
export function readHistory(text: string): Document {
  const json = parse(text)
  if (json.version !== 1 && Number(json.version) > 1) throw new FileRefusal('newer-format', String(json.version))
  const checked = history.safeParse(json)
  if (!checked.success) throw new FileRefusal('not-a-history', where(checked.error))
  const { source, article, captures } = checked.data
  return {
    facts: { source: { ...source, folder: article.folder }, url: article.url, lang: article.lang, dir: article.dir },
    states: captures.map(toState)
  }
}

function parse(text: string): { version?: unknown } {
  try {
    return JSON.parse(text) as { version?: unknown }
  } catch {
    throw new FileRefusal('not-a-history', 'JSON')
  }
}

function where(error: z.ZodError): string {
  return error.issues[0]?.path.join('.') ?? ''
}

type FileCapture = z.output<typeof capture>

function toState({ at, until, content: shown, ...rest }: FileCapture, index: number): State {
  const [carries, may] = [rest.outcome === 'changed', rest.outcome === 'extraction-changed']
  if (!may && carries !== (shown !== undefined)) throw new FileRefusal('not-a-history', `captures.${index}.content`)
  if (until !== undefined && until < at) throw new FileRefusal('not-a-history', `captures.${index}.until`)
  return { at, until: until ?? at, ...rest, content: (shown as Content | undefined) ?? null }
}
