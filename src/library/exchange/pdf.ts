import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { textDirection } from '../../domain/direction.ts'
import type { Block, Content } from '../../domain/revision.ts'
import { guardPdf } from './pdf-guard.ts'
import { readPdfPages, type Glyphs, type PdfPage } from './pdf-lines.ts'
import { FileRefusal, largestFile } from './read-file.ts'
import type { FormatReader } from './reader.ts'

const format = 'pdf/1'
const mostPages = 2000
const mostRuns = 100_000
const mostBlocks = 20_000
const longestHeadline = 400
/** In milliseconds. */
const longest = 60_000

/** Reads PDF files (ISO 32000) that hold text; one of pictures alone holds no article. */
export const pdfReader: FormatReader = {
  format,
  fits: ({ head }) => head.subarray(0, 1024).includes('%PDF-', 0, 'latin1'),
  async *read({ path, name, size, modifiedAt }, { signal }) {
    if (size > largestFile) throw new FileRefusal('too-large', `${size} bytes`)
    const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      throw new FileRefusal('unreadable', error.code)
    })
    await guardPdf(bytes, signal)
    const { title, madeAt, pages } = await readPdf(bytes, signal)
    const content = contentOf(readPdfPages(pages), title)
    if (content === null) throw new FileRefusal('no-article')
    const dir = textDirection(content.blocks.map(({ text }) => text).join(' '))
    yield {
      kind: 'loose',
      loose: { name, modifiedAt, at: madeAt, content, lang: null, dir, received: { extractor: format } }
    }
  }
}

interface Pdf {
  readonly title: string | null
  /** When a browser printed the page, ISO 8601 UTC; null where something else made the file. */
  readonly madeAt: string | null
  readonly pages: readonly PdfPage[]
}

/** Ends what takes too long: the parser gives way between its steps. */
async function readPdf(bytes: Buffer, signal: AbortSignal): Promise<Pdf> {
  const { getDocumentProxy } = await import('unpdf')
  const over = new AbortController()
  const late = wait(longest, null, { signal: over.signal }).then(() => {
    throw new FileRefusal('damaged', `it takes more than ${longest / 1000} seconds to read`)
  })
  // Its end is nobody's business once the reading is over.
  late.catch(() => undefined)
  const opening = getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, useSystemFonts: false })
  try {
    const pdf = await Promise.race([opening, late])
    return await Promise.race([readPages(pdf, signal), late])
  } catch (error) {
    if (error instanceof FileRefusal || signal.aborted) throw error
    throw refusalOf(error)
  } finally {
    over.abort()
    void opening.then((pdf) => pdf.loadingTask.destroy(), () => undefined) // prettier-ignore
  }
}

type Proxy = Awaited<ReturnType<typeof import('unpdf').getDocumentProxy>>

async function readPages(pdf: Proxy, signal: AbortSignal): Promise<Pdf> {
  if (pdf.numPages > mostPages) throw new FileRefusal('too-large', `${pdf.numPages} pages`)
  const pages: PdfPage[] = []
  let runs = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    signal.throwIfAborted()
    const page = await readPage(pdf, number, mostRuns - runs)
    runs += page.runs.length
    pages.push(page)
  }
  const info = (await pdf.getMetadata()).info as Readonly<Record<string, unknown>>
  const text = (name: string): string => (typeof info[name] === 'string' ? info[name].trim() : '')
  const isPrinted = /Skia\/PDF|Mozilla\//.test(`${text('Producer')} ${text('Creator')}`)
  return { title: text('Title') || null, madeAt: isPrinted ? momentOf(text('CreationDate')) : null, pages }
}

async function readPage(pdf: Proxy, number: number, most: number): Promise<PdfPage> {
  const page = await pdf.getPage(number)
  const [, bottom = 0, , top = 0] = page.view
  const runs: Glyphs[] = []
  const reader = (page.streamTextContent() as ReadableStream<{ items: readonly object[] }>).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    for (const item of value.items) if ('str' in item) runs.push(runOf(item as Item, bottom))
    // The reader is left as it is: the parser does not bear that one stops listening, but it bears to be ended.
    if (runs.length > most) throw new FileRefusal('too-large', `more than ${mostRuns} runs of text`)
  }
  page.cleanup()
  return { height: top - bottom, runs }
}

interface Item {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
}

const runOf = ({ str, transform: [a = 0, b = 0, , , x = 0, y = 0], width }: Item, bottom: number): Glyphs => ({
  text: str,
  x,
  y: y - bottom,
  width,
  size: Math.hypot(a, b) || 1
})

function refusalOf(error: unknown): FileRefusal {
  const { name, message } = error as Error
  if (name === 'PasswordException') return new FileRefusal('encrypted')
  return new FileRefusal('damaged', message.slice(0, 200))
}

/** `D:20240103120000+01'00'` (7.9.4); null without a zone. */
function momentOf(text: string): string | null {
  const found = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'?(\d\d)?)/.exec(text)
  if (found === null) return null
  const [, year, month, day, hour, minute, second, ahead, part] = found
  const zone = ahead === undefined ? 'Z' : `${ahead}:${part ?? '00'}`
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`)
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}

/** A heading that the title of the file repeats is the headline, else the first heading, the title, a short first paragraph. */
function contentOf(blocks: readonly Block[], title: string | null): Content | null {
  const short = ({ text }: Block): boolean => text.length <= longestHeadline
  const headings = blocks.filter((block) => block.kind === 'heading' && short(block))
  const own =
    headings.find(({ text }) => text.length > 3 && title?.includes(text) === true) ??
    headings.find((block) => blocks.indexOf(block) < 6) ??
    (title === null ? blocks.slice(0, 1).find(short) : undefined)
  const headline = own?.text ?? title?.slice(0, longestHeadline)
  const body = blocks.filter((block) => block !== own).slice(0, mostBlocks)
  return headline === undefined || body.length === 0
    ? null
    : { blocks: [{ kind: 'headline', text: headline }, ...body], claims: [] }
}
