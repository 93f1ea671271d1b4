import type { Verdict } from './classify.ts'
import { wordsIn } from '../metadata/likeness.ts'
import { phraseIn, phrases } from './phrases.ts'
import type { Signs } from './signs.ts'
import { paywallLines } from './words/paywall.ts'

const held = phrases(paywallLines)
/** A longer text is the article, whatever stands below it. */
const mostWords = 350
const mostUnmarked = 180
const longestLine = 220

/** An article of which only the beginning is shown. */
export function paywall({ lines, words, metadata }: Signs): Verdict | null {
  if (words > mostWords) return null
  const { free, parts } = metadata
  const from = parts.headline?.at ?? 0
  const at = lines.findIndex(
    (line) => line.at > from && line.text.length <= longestLine && phraseIn(line.text, held) !== null
  )
  const phrase = at < 0 ? null : phraseIn(lines[at]!.text, held)
  if (free === false && phrase !== null)
    return { kind: 'paywall', reason: `its data says it is not free, and it says “${phrase}”` }
  if (free === false && words < 120)
    return { kind: 'paywall', reason: 'its data says it is not free, and only its beginning is there' }
  if (phrase === null || free === true || words > mostUnmarked) return null
  const after = lines
    .slice(at + 1)
    .reduce((sum, line) => sum + (line.linked < 0.4 && line.text.length >= 80 ? wordsIn(line.text) : 0), 0)
  return after <= words / 2 && metadata.headline !== null
    ? { kind: 'paywall', reason: `only its beginning is there: it says “${phrase}”` }
    : null
}
