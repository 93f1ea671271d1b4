import type { Segment } from './outline.ts'

/** A text shorter than this is taken for a summary. */
const least = 300
/** So much of it has to stand on the page, or it is another text. */
const leastFound = 0.6
/** Longer texts are cut. */
const longest = 400_000

/** Which segments stand in the article's text as the page's data has it; null where there is none that agrees. */
export function toldBy(articleBody: string | null, segments: readonly Segment[]): ReadonlySet<Segment> | null {
  if (articleBody === null) return null
  const wanted = runsOf(articleBody.slice(0, longest).replace(/<[^<>]{0,200}>/g, ' '))
  if (wanted.letters < least) return null
  const found = new Set<Segment>()
  let letters = 0
  for (const segment of segments) {
    const own = runsOf(segment.text)
    let hits = 0
    for (const run of own.runs) if (wanted.runs.has(run)) hits++
    if (own.runs.size === 0 || hits < own.runs.size * 0.8) continue
    found.add(segment)
    letters += own.letters
  }
  return letters >= wanted.letters * leastFound ? found : null
}

/** Runs of sixteen letters, one at every fourth letter of a word's beginning: enough to know a text again, in any script. */
function runsOf(text: string): { readonly runs: ReadonlySet<string>; readonly letters: number } {
  const runs = new Set<string>()
  const words = text.toLowerCase().match(/[\p{L}\p{N}]/gu)?.length ?? 0
  const pieces =
    text
      .toLowerCase()
      .match(/\p{Script=Han}|[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{1,2}|[\p{L}\p{N}\p{M}]+/gu) ?? []
  const last = Math.max(1, pieces.length - 2)
  for (let i = 0; i < last && pieces.length > 0; i++) runs.add(pieces.slice(i, i + 3).join(' '))
  return { runs, letters: words }
}
