import type { SummaryPart } from '../../domain/diff/comparison.ts'

export interface StoppedPart extends SummaryPart {
  /** The comma or full stop after it, which must not begin a line. */
  readonly stop: string
  readonly isHeadline: boolean
}

/** The parts of a summary with the punctuation after each one taken from the next. */
export function withStops(parts: readonly SummaryPart[]): readonly StoppedPart[] {
  const made: StoppedPart[] = []
  for (const part of parts) {
    const last = made.at(-1)
    const stop = last !== undefined && last.edits.length > 0 ? (/^[.,;]+/u.exec(part.text)?.[0] ?? '') : ''
    if (last !== undefined && stop !== '') made[made.length - 1] = { ...last, stop }
    const text = part.text.slice(stop.length)
    if (text !== '') made.push({ text, edits: part.edits, stop: '', isHeadline: /headline/iu.test(text) })
  }
  return made
}
