import { styleText } from 'node:util'
import { forTerminal } from './words.ts'

/** Whether standard output may have colours: a terminal that shows them, unless NO_COLOR (no-color.org) says otherwise. */
export const hasColour = (): boolean =>
  process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb'

type Style = 'bold' | 'dim' | 'yellow' | 'red' | 'green'

export const styled = (style: Style, text: string): string =>
  hasColour() ? styleText(style, text, { validateStream: false }) : text

export const print = (text: string): void => void process.stdout.write(`${text}\n`)
export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2))
/** What is no answer: what is going on, what was left out. */
export const tell = (text: string): void => void process.stderr.write(`${text}\n`)

/** One line of text that comes from a page. */
export const oneLine = (text: string): string => forTerminal(text).replaceAll(/\s+/gu, ' ').trim()

const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303F\uFF01-\uFF60\p{Emoji_Presentation}]/u
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** How many columns of a terminal a text takes. */
function columns(text: string): number {
  let sum = 0
  for (const { segment } of graphemes.segment(text)) sum += wide.test(segment) ? 2 : 1
  return sum
}

/** A text of at most so many columns; what is cut off leaves an ellipsis. */
export function cut(text: string, most: number): string {
  if (columns(text) <= most) return text
  let [kept, sum] = ['', 0]
  for (const { segment } of graphemes.segment(text)) {
    sum += wide.test(segment) ? 2 : 1
    if (sum > most - 1) break
    kept += segment
  }
  return `${kept}…`
}

export interface Column {
  readonly name: string
  /** Numbers stand at the right. */
  readonly right?: boolean
}

/**
 * Rows under their names, in columns. On a terminal the last column is cut to its width; elsewhere nothing is cut. Cells are
 * made one line each and harmless.
 */
export function table(named: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map(oneLine))
  const widths = named.map(({ name }, at) => Math.max(columns(name), ...cells.map((row) => columns(row[at] ?? ''))))
  const line = (row: readonly string[], style: (text: string) => string): string => {
    const before = row.slice(0, -1).map((cell, at) => padded(cell, widths[at]!, named[at]!.right === true))
    const room = process.stdout.isTTY ? (process.stdout.columns ?? 80) - columns(before.join('  ')) - 2 : Infinity
    return style([...before, cut(row.at(-1) ?? '', Math.max(20, room))].join('  ').trimEnd())
  }
  return [
    line(
      named.map(({ name }) => name),
      (text) => styled('dim', text)
    ),
    ...cells.map((row) => line(row, String))
  ].join('\n')
}

function padded(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - columns(text)))
  return right ? space + text : text + space
}

/** A line on standard error that says how far something has come; only on a terminal. */
export class Bar {
  readonly #isShown = process.stderr.isTTY
  #last = 0

  /** `total` null: nobody knows how much there is. */
  show(words: string, done: number, total: number | null): void {
    if (!this.#isShown || performance.now() - this.#last < 100) return
    this.#last = performance.now()
    const share =
      total === null || total === 0 ? '' : `[${'#'.repeat(Math.round((20 * done) / total)).padEnd(20, '.')}] `
    process.stderr.write(`\r${cut(`${share}${oneLine(words)}`, (process.stderr.columns ?? 80) - 1)}\u001B[K`)
  }

  end(): void {
    if (this.#isShown && this.#last > 0) process.stderr.write('\r\u001B[K')
    this.#last = 0
  }
}
