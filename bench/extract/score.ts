/** Words in order, for measures that look at words alone; scripts without spaces count by character. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFC').toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+/gu) ?? []
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/\p{Script=Han}|[\p{L}\p{N}_]+/gu) ?? []
  const size = Math.min(4, Math.max(1, words.length))
  const counts = new Map<string, number>()
  for (let i = 0; i + size <= words.length; i++) {
    const run = words.slice(i, i + size).join(' ')
    counts.set(run, (counts.get(run) ?? 0) + 1)
  }
  return counts
}

export interface Overlap {
  readonly precision: number
  readonly recall: number
}

/** How much of each text's runs of four words the other has, by count. */
export function overlap(gold: string, found: string): Overlap {
  const [a, b] = [shingles(gold), shingles(found)]
  let shared = 0
  for (const [run, count] of a) shared += Math.min(count, b.get(run) ?? 0)
  const total = (counts: Map<string, number>) => [...counts.values()].reduce((sum, n) => sum + n, 0)
  return { precision: total(b) === 0 ? 0 : shared / total(b), recall: total(a) === 0 ? 1 : shared / total(a) }
}

export const f1Of = ({ precision, recall }: Overlap): number =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)

/** Whether two texts have the same words. */
export const isExact = (gold: string, found: string): boolean => wordsOf(gold).join(' ') === wordsOf(found).join(' ')
