import { firstText, type Content } from '../../domain/revision.ts'

const shingle = 4

/**
 * Whether two texts are states of one article: the same headline, or at least a third of the shorter one's runs of four
 * words stand in the other too (Broder's containment, 1997).
 */
export function isSameArticle(a: Content, b: Content): boolean {
  const headline = firstText(a, 'headline')
  if (headline !== null && headline === firstText(b, 'headline')) return true
  const [few, many] = [shingles(a), shingles(b)].sort((x, y) => x.size - y.size) as [Set<string>, Set<string>]
  let shared = 0
  for (const run of few) if (many.has(run)) shared++
  return few.size > 0 && shared >= few.size / 3
}

/** A text is compared with many. */
const known = new WeakMap<Content, Set<string>>()

function shingles(content: Content): Set<string> {
  const runs = known.get(content) ?? readShingles(content)
  known.set(content, runs)
  return runs
}

function readShingles({ blocks }: Content): Set<string> {
  const words = blocks.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+|[\p{Lo}]/gu) ?? [])
  const units = words.flatMap((word) =>
    /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Thai}/u.test(word) ? [...word] : [word]
  )
  const runs = new Set<string>()
  for (let i = 0; i + shingle <= units.length; i++) runs.add(units.slice(i, i + shingle).join(' '))
  return runs
}
