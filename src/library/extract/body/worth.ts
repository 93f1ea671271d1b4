import { hasSentence } from './weigh.ts'
import type { Segment } from './outline.ts'

/** How much a segment speaks for being part of an article (above 0) or of what stands around one (below 0). */
export function worthOf({ kind, text, weight, linked }: Segment): number {
  if (kind === 'image' || kind === 'embed' || kind === 'caption') return 0
  const share = weight === 0 ? 0 : linked / weight
  if (share > 0.6) return -Math.min(weight, 200)
  if (kind === 'heading') return 0
  const said = weight - linked
  if (said >= 80 && (hasSentence(text) || said >= 250)) return share > 0.4 ? said / 3 : said
  if (kind === 'table-row' || kind === 'list-item') return share > 0.3 ? 0 : said * 0.2
  return hasSentence(text) ? said / 2 : -8
}

/** Sums that can be asked for any stretch. */
export function prefixSums(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1)
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i]! + values[i]!
  return sums
}
