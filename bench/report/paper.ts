import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where the printed part of a page begins and ends, in points (1/72 inch) from its top: A4 less its margins. */
const [top, bottom] = [(18 / 25.4) * 72, ((297 - 20) / 25.4) * 72]
/** Lines beside a paragraph may go on over a page end; letters are more than so many dark pixels. */
const mostOfALine = 16

/** How the pages of a PDF look at 72 dots an inch, in grey (PGM). */
function pagesOf(pdf: string): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-pages-'))
  execFileSync('pdftoppm', ['-r', '72', '-gray', pdf, join(folder, 'page')])
  return readdirSync(folder)
    .toSorted()
    .map((name) => readFileSync(join(folder, name)))
}

/** How many dark pixels a row of a page has. */
function inkIn(page: Buffer, row: number): number {
  const [head, width] = /^P5\s(\d+) \d+\s255\s/u.exec(page.toString('latin1', 0, 40))!
  const from = head.length + row * Number(width)
  return page.subarray(from, from + Number(width)).filter((grey) => grey < 160).length
}

/**
 * How many pages a PDF has, and the numbers of those where letters touch the very edge of the printed part: a line that is
 * whole keeps its distance there, one that a page end goes through does not.
 */
export function paperOf(pdf: string): { readonly pages: number; readonly cut: readonly number[] } {
  const pages = pagesOf(pdf)
  const edges = [Math.ceil(top), Math.floor(bottom) - 1]
  const touching = pages.map((page, at) => (edges.some((row) => inkIn(page, row) > mostOfALine) ? at + 1 : 0))
  return { pages: pages.length, cut: touching.filter((page) => page > 0) }
}
