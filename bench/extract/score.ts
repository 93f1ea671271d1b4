/** Precision and recall of a page's text, and whether it is exact, as the article-extraction-benchmark has them. */
export interface PageScore {
  readonly precision: number
  readonly recall: number
  readonly exact: boolean
}

/** Runs of four words with their counts; a shorter text is one run. */
function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? []
  const found = new Map<string, number>()
  const last = Math.max(1, words.length - 3)
  for (let i = 0; i < last; i++) {
    const run = words.slice(i, i + 4).join(' ')
    if (run !== '') found.set(run, (found.get(run) ?? 0) + 1)
  }
  return found
}

export function scorePage(gold: string, found: string): PageScore {
  const [wanted, got] = [shingles(gold), shingles(found)]
  let hits = 0
  let extra = 0
  let missed = 0
  for (const run of new Set([...wanted.keys(), ...got.keys()])) {
    const [want, have] = [wanted.get(run) ?? 0, got.get(run) ?? 0]
    hits += Math.min(want, have)
    extra += Math.max(0, have - want)
    missed += Math.max(0, want - have)
  }
  const ratio = (other: number) => (hits + other === 0 ? 1 : hits / (hits + other))
  return { precision: ratio(extra), recall: ratio(missed), exact: extra === 0 && missed === 0 }
}

export const f1 = (precision: number, recall: number): number =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** White space and soft hyphens aside, as segments are looked for. */
export const squeezed = (text: string): string =>
  text
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim()
