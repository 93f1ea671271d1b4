import type { Block, Claim } from '../../domain/revision.ts'
import { outlineOf } from '../extract/body/outline.ts'
import { decodePage } from '../fetch/decode.ts'
import { readBook, type Book } from './epub-package.ts'
import { FileRefusal, largestFile } from './read-file.ts'
import type { FormatReader, Reading } from './reader.ts'
import { openZip, type Zip } from './zip.ts'
import { namesIn } from './zip-look.ts'
import { readXhtml } from './xhtml-tree.ts'

const format = 'epub/1'
const mostBlocks = 20_000

/** Reads books (EPUB 2 and 3, W3C): one article, its chapters in the order in which they are read. */
export const epubReader: FormatReader = {
  format,
  fits: async (file) => (await namesIn(file)).includes('META-INF/container.xml'),
  async *read({ path, name, modifiedAt }, how) {
    const zip = await openZip(path)
    try {
      const book = await readBook(zip)
      const { texts, blocks } = await readChapters(zip, book, how)
      if (blocks.length === 0) throw new FileRefusal('no-article')
      const content = { blocks: [...headOf(book), ...withoutTitle(blocks, book.title)], claims: claimsOf(book) }
      const headers = { 'content-type': 'text/html; charset=utf-8' }
      const received = { body: Buffer.from(texts.join('\n')), headers, extractor: format }
      yield { kind: 'loose', loose: { name, modifiedAt, at: null, content, lang: book.lang, dir: book.dir, received } }
    } finally {
      zip.close()
    }
  }
}

async function readChapters(zip: Zip, { chapters }: Book, { signal }: Pick<Reading, 'signal'>) {
  const texts: string[] = []
  const blocks: Block[] = []
  let size = 0
  for (const chapter of chapters) {
    signal.throwIfAborted()
    const bytes = await zip.read(chapter, largestFile)
    size += bytes.length
    if (size > largestFile) throw new FileRefusal('too-large', `more than ${largestFile} bytes of text`)
    const { text } = decodePage(bytes, 'application/xhtml+xml')
    texts.push(text)
    blocks.push(...blocksOf(text))
    if (blocks.length > mostBlocks) throw new FileRefusal('too-large', `more than ${mostBlocks} paragraphs`)
  }
  return { texts, blocks }
}

/** All that a chapter shows: a book has no furniture to leave out. */
function blocksOf(xhtml: string): Block[] {
  const { segments } = outlineOf(readXhtml(xhtml), { url: '', hidden: false })
  return segments.map(({ kind, text, links, src }) => ({
    kind,
    text,
    ...(links.length === 0 ? {} : { links }),
    ...(src === undefined ? {} : { src })
  }))
}

function headOf({ title, authors }: Book): Block[] {
  const headline = { kind: 'headline', text: title } as const
  return authors.length === 0 ? [headline] : [headline, { kind: 'byline', text: authors.join(', ') }]
}

/** How many of the first blocks may repeat the title. */
const mostRepeats = 8

const withoutTitle = (blocks: readonly Block[], title: string): Block[] =>
  blocks.filter(({ text }, at) => at >= mostRepeats || text !== title)

function claimsOf({ published, modified }: Book): Claim[] {
  const claim = (kind: Claim['kind'], text: string | null): Claim[] =>
    text === null
      ? []
      : [{ kind, where: 'metadata', text, at: /^\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?$/.test(text) ? text : null }]
  return [...claim('published', published), ...claim('updated', modified)]
}
