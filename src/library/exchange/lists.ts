import { parseOpml, parseOpmlLinks } from '../feeds/opml.ts'
import { readTextFile } from './read-file.ts'
import type { FormatReader } from './reader.ts'

/** A list of addresses is not larger, in bytes. */
const largestList = 2_000_000
const mostNamed = 5000

/** Reads lists of feeds, and of pages beside them: OPML 1.0 and 2.0 (opml.org/spec2.opml). */
export const opmlReader: FormatReader = {
  format: 'opml/2',
  fits: ({ head, size }) => size <= largestList && /<opml[\s>]/i.test(head.toString('latin1').slice(0, 2000)),
  async *read({ path }) {
    const { text } = await readTextFile(path)
    const [feeds, pages] = [parseOpml(text) ?? [], parseOpmlLinks(text) ?? []]
    for (const { url, folder } of feeds.slice(0, mostNamed)) yield { kind: 'follow', url, feed: true, folder }
    for (const { url, folder } of pages.slice(0, mostNamed)) yield { kind: 'follow', url, feed: false, folder }
  }
}

/** Reads texts that hold one address a line and nothing else (text/uri-list, RFC 2483). */
export const urlListReader: FormatReader = {
  format: 'uri-list/1',
  fits: ({ head, size, isFolder }) =>
    !isFolder && size <= largestList && linesOf(head.toString('latin1'), size) !== null,
  async *read({ path, size }) {
    const lines = linesOf((await readTextFile(path)).text, size) ?? []
    for (const url of lines.slice(0, mostNamed)) yield { kind: 'follow', url, feed: false, folder: null }
  }
}

function linesOf(text: string, size: number): string[] | null {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '' && !line.startsWith('#'))
  // The last line of a head may be cut.
  if (text.length < size) lines.pop()
  const isAddress = (line: string) => /^\s*https?:\/\/\S+\s*$/i.test(line) && URL.canParse(line.trim())
  return lines.length > 0 && lines.every(isAddress) ? lines.map((line) => line.trim()) : null
}
