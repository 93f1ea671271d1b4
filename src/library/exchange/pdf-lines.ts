import type { Block } from '../../domain/revision.ts'

/** A run of letters as a page of a PDF places it; sizes in points, `y` upwards from the foot. */
export interface Glyphs {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

export interface PdfPage {
  /** In points. */
  readonly height: number
  readonly runs: readonly Glyphs[]
}

/** A line of text. */
interface Line {
  readonly text: string
  readonly page: number
  readonly x: number
  readonly y: number
  readonly size: number
}

/**
 * Rebuilds paragraphs from where letters stand: runs on one height are a line; lines of one size at the usual distance are a
 * paragraph; larger letters make a heading. Page numbers and what is repeated at the edges of pages is left out. A guess:
 * a PDF says where its letters stand and nothing of what they are.
 */
export function readPdfPages(pages: readonly PdfPage[]): Block[] {
  const lines = withoutEdges(pages.flatMap(linesOf), pages)
  const body = usual(lines.map(({ size, text }) => [Math.round(size * 2) / 2, text.length]))
  const distances = lines.flatMap((line, i) => distance(lines[i - 1], line))
  const leading = usual(distances.filter(([gap]) => gap <= widest))
  return paragraphsOf(lines, leading).map(({ text, size }) => ({
    kind: size > body * 1.15 && text.length < 300 ? 'heading' : isItem(text) ? 'list-item' : 'paragraph',
    text: isItem(text) ? text.replace(/^[•‣▪◦●]\s*/, '') : text
  }))
}

/** No lines of one paragraph stand farther apart, in parts of their size. */
const widest = 2

const isItem = (text: string): boolean => /^[•‣▪◦●]\s*\S/.test(text)

function linesOf({ runs }: PdfPage, page: number): Line[] {
  const lines: (Line & { end: number })[] = []
  for (const { text, x, y, width, size } of runs) {
    if (text === '') continue
    const last = lines.at(-1)
    if (last === undefined || Math.abs(last.y - y) > size / 2 || x < last.x) {
      if (text.trim() !== '') lines.push({ text, page, x, y, size, end: x + width })
      continue
    }
    const isApart = x - last.end > size * 0.2 && !/\s$/.test(last.text) && !/^\s/.test(text)
    const both = { text: `${last.text}${isApart ? ' ' : ''}${text}`, end: x + width }
    // A small mark above the line does not make the line small.
    lines[lines.length - 1] = { ...last, ...both, size: Math.max(last.size, text.trim() === '' ? 0 : size) }
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }))
}

/** The outermost part of a page, at its head and foot. */
const edge = 0.08

/** Without running heads and page numbers: what stands at the edge of several pages, or in small letters at that of one. */
function withoutEdges(lines: readonly Line[], pages: readonly PdfPage[]): Line[] {
  const atEdge = ({ page, y }: Line): boolean => {
    const { height } = pages[page]!
    return y < height * edge || y > height * (1 - edge)
  }
  const shape = ({ text }: Line): string => text.replace(/\d+/g, '#')
  const counts = new Map<string, number>()
  for (const line of lines.filter(atEdge)) counts.set(shape(line), (counts.get(shape(line)) ?? 0) + 1)
  const body = usual(lines.map(({ size, text }) => [Math.round(size * 2) / 2, text.length]))
  const isEdge = (line: Line): boolean =>
    atEdge(line) &&
    (counts.get(shape(line))! > Math.max(1, pages.length / 4) ||
      /^\W*\d+\W*$/.test(line.text) ||
      line.size < body * 0.8)
  return lines.filter((line) => !isEdge(line))
}

/** The value that weighs most; 0 where there is none. */
function usual(weighed: readonly (readonly [value: number, weight: number])[]): number {
  const weights = new Map<number, number>()
  for (const [value, weight] of weighed) weights.set(value, (weights.get(value) ?? 0) + weight)
  return [...weights].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0]
}

/** How far a line stands below the one above it, in parts of its size. */
function distance(above: Line | undefined, line: Line): [number, number][] {
  if (above === undefined || above.page !== line.page || above.size !== line.size || above.y <= line.y) return []
  return [[Math.round(((above.y - line.y) / line.size) * 10) / 10, line.text.length]]
}

function paragraphsOf(lines: readonly Line[], leading: number): { text: string; size: number }[] {
  const found: { text: string; size: number }[] = []
  for (const [i, line] of lines.entries()) {
    const last = found.at(-1)
    if (last === undefined || begins(lines[i - 1]!, line, leading)) found.push({ text: line.text, size: line.size })
    else last.text = joined(last.text, line.text)
  }
  return found
}

function begins(above: Line, line: Line, leading: number): boolean {
  if (isItem(line.text) || Math.abs(above.size - line.size) > line.size * 0.1) return true
  const goesOn = !/[.!?:;”"»。！？]$/.test(above.text) && /^[\p{Ll}\p{Lo}\d]/u.test(line.text)
  if (above.page !== line.page || line.y > above.y + line.size) return !goesOn
  const [gap] = distance(above, { ...line, size: above.size })
  if (gap !== undefined && gap[0] > leading * 1.2 + 0.05) return true
  return line.x - above.x > line.size * 0.8 && /[.!?:”"»]$/.test(above.text)
}

/** A word that was broken at the end of a line is one word again; Chinese and Japanese lines join without a blank. */
function joined(text: string, line: string): string {
  if (/\p{Ll}[-\u00AD\u2010]$/u.test(text) && /^\p{Ll}/u.test(line)) return text.slice(0, -1) + line
  const isTight = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。]$/u.test(text)
  return isTight ? text + line : `${text} ${line}`
}
