import type { Verdict } from './classify.ts'
import { phraseIn, phrases, titlePhrase } from './phrases.ts'
import type { Signs } from './signs.ts'
import { blockedMarks, blockedSentences, blockedTitles } from './words/blocked.ts'

const titles = phrases(blockedTitles)
const sentences = phrases(blockedSentences)
/** Pages that hold back robots say little. */
const mostWords = 120
const mostShown = 350
const mostMarkup = 400_000

/** A wall against robots: said by the server, by what the page shows, or by whose scripts it loads while it shows next to nothing. */
export function blocked({
  html,
  source,
  titles: shown,
  lines,
  words,
  allWords,
  isCalledArticle,
  buttons
}: Signs): Verdict | null {
  const { headers = {}, status = null } = source
  if (headers['cf-mitigated'] === 'challenge')
    return { kind: 'blocked', reason: 'the server says that it challenges the browser (cf-mitigated)' }
  if (words > mostWords || allWords > mostShown) return null
  const title = shown.map((text) => titlePhrase(text, titles)).find((phrase) => phrase !== null) ?? null
  const said =
    [...lines.slice(0, 60).map(({ text }) => text), ...buttons]
      .map((text) => phraseIn(text, sentences))
      .find((phrase) => phrase !== null) ?? null
  const markup = html.slice(0, mostMarkup).toLowerCase()
  const vendor = blockedMarks.find(([mark]) => markup.includes(mark))?.[1] ?? null
  const isRefused = status === 403 || status === 429 || status === 503 || status === 401
  if (title !== null && (said !== null || vendor !== null || isRefused || (allWords < 60 && !isCalledArticle)))
    return { kind: 'blocked', reason: `it holds back robots: its title says “${title}”` }
  if (said !== null && !isCalledArticle && (vendor !== null || isRefused || allWords < 100))
    return { kind: 'blocked', reason: `it holds back robots: it says “${said}”` }
  if (vendor !== null && words < 20 && allWords < 30 && !isCalledArticle)
    return { kind: 'blocked', reason: `it shows next to nothing and loads a challenge of ${vendor}` }
  return null
}
