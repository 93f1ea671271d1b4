import type { Segment } from './segment.ts'
import { sizeOf } from './prose.ts'

/** From so many words on a text that the page's data tells is taken for the article's. */
const least = 60
/** So much of it has to stand on the page, or it is another text, or cut. */
const leastFound = 0.6

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** The article's text as the page's data has it (`articleBody`), and which segments it names. */
export class Told {
  readonly #named: ReadonlySet<Segment>

  constructor(articleBody: string | null, segments: readonly Segment[]) {
    this.#named = articleBody === null ? new Set() : namedBy(articleBody, segments)
  }

  /** Whether the data has this segment's words. */
  names(segment: Segment): boolean {
    return this.#named.has(segment)
  }

  /** How much more, or less, a segment counts for what the data says of it. */
  weight(segment: Segment): number {
    if (this.#named.size === 0) return 1
    return this.names(segment) ? 2 : 0.5
  }
}

function namedBy(articleBody: string, segments: readonly Segment[]): ReadonlySet<Segment> {
  const text = ` ${fold(articleBody.replaceAll(/<[^>]{0,200}>/g, ' '))} `
  const total = sizeOf(text)
  if (total < least) return new Set()
  const found = new Set<Segment>()
  let size = 0
  for (const segment of segments) {
    const folded = fold(segment.text)
    if (sizeOf(folded) < 3 || !text.includes(` ${folded} `)) continue
    found.add(segment)
    size += sizeOf(folded)
  }
  return size >= total * leastFound ? found : new Set()
}
