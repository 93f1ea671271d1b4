import { posix } from 'node:path'
import { textDirection } from '../../domain/direction.ts'
import { childrenOf, readXml, textOf, type Node } from '../feeds/xml.ts'
import { FileRefusal } from './read-file.ts'
import type { Zip } from './zip.ts'

/** What a book says of itself (EPUB 3.3, 5). */
export interface Book {
  readonly title: string
  readonly authors: readonly string[]
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl'
  /** As the book writes them. */
  readonly published: string | null
  readonly modified: string | null
  /** The names of the files that are read one after the other. */
  readonly chapters: readonly string[]
}

const largestXml = 4_000_000

/** Reads the package document. Throws `FileRefusal`: `damaged`, `needs-files`, or `encrypted` for what a seller has locked. */
export async function readBook(zip: Zip): Promise<Book> {
  const container = await xmlOf(zip, 'META-INF/container.xml')
  const path = find(container, 'rootfile')[0]?.attributes.get('full-path')
  if (path === undefined) throw new FileRefusal('damaged', 'META-INF/container.xml names no package')
  const book = await xmlOf(zip, path)
  const chapters = chaptersOf(book, posix.dirname(path))
  if (chapters.length === 0) throw new FileRefusal('no-article')
  await refuseLocked(zip, chapters)
  return { ...factsOf(book, path), chapters }
}

async function xmlOf(zip: Zip, name: string): Promise<Node> {
  return readXml((await zip.read(name, largestXml)).toString('utf8'))
}

/** All elements of a name, of every depth, in the order of the text. */
function find(node: Node, name: string): Node[] {
  return childrenOf(node).flatMap((child) => [...(child.name === name ? [child] : []), ...find(child, name)])
}

function factsOf(book: Node, path: string): Omit<Book, 'chapters'> {
  const [metadata = book] = find(book, 'metadata')
  const texts = (name: string): string[] =>
    find(metadata, name)
      .map((one) => textOf(one).replace(/\s+/g, ' ').slice(0, 2000))
      .filter((text) => text !== '')
  const meta = find(metadata, 'meta').find((one) => one.attributes.get('property') === 'dcterms:modified')
  const title = texts('title')[0] ?? posix.basename(path, posix.extname(path))
  return {
    title,
    authors: texts('creator').slice(0, 20),
    lang: texts('language')[0]?.slice(0, 35) ?? null,
    dir: textDirection(title),
    published: texts('date')[0]?.slice(0, 100) ?? null,
    modified: meta === undefined ? null : textOf(meta).slice(0, 100) || null
  }
}

function chaptersOf(book: Node, folder: string): string[] {
  const files = new Map<string, string>()
  for (const { attributes } of find(book, 'manifest').flatMap((manifest) => find(manifest, 'item'))) {
    const [id, href, type] = ['id', 'href', 'media-type'].map((name) => attributes.get(name))
    const isText = /^(?:application\/xhtml\+xml|text\/html)\b/i.test(type ?? '')
    if (id !== undefined && href !== undefined && isText) files.set(id, posix.join(folder, decoded(href)))
  }
  return find(book, 'itemref')
    .filter(({ attributes }) => attributes.get('linear') !== 'no')
    .flatMap(({ attributes }) => files.get(attributes.get('idref') ?? '') ?? [])
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href.replace(/#.*$/, ''))
  } catch {
    // Not escaped after all.
    return href
  }
}

/** Fonts are often masked, which hides no text; a chapter that is encrypted cannot be read. */
async function refuseLocked(zip: Zip, chapters: readonly string[]): Promise<void> {
  if (!zip.has('META-INF/encryption.xml')) return
  const references = find(await xmlOf(zip, 'META-INF/encryption.xml'), 'cipherreference')
  const locked = new Set(references.map(({ attributes }) => decoded(attributes.get('uri') ?? '')))
  const found = chapters.find((chapter) => locked.has(chapter))
  if (found !== undefined) throw new FileRefusal('encrypted', found)
}
