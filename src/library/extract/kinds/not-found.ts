import type { Verdict } from './classify.ts'
import { phraseIn, phrases, titlePhrase } from './phrases.ts'
import type { Signs } from './signs.ts'
import { notFoundSentences, notFoundTitles } from './words/not-found.ts'

const titles = phrases(notFoundTitles)
const sentences = phrases(notFoundSentences)
/** Under its message such a page may tell of other articles. */
const mostWords = 250

/** A page that says there is no such page, whatever its status. */
export function notFound({
  source,
  titles: shown,
  lines,
  words,
  allWords,
  isCalledArticle,
  metadata
}: Signs): Verdict | null {
  const said = shown.map((text) => titlePhrase(text, titles)).filter((phrase) => phrase !== null)
  const isGone = source.status === 404 || source.status === 410
  const isStory = isCalledArticle && words > 60 && metadata.published !== null
  if (isStory || words > mostWords) return null
  const sentence =
    lines
      .slice(0, 80)
      .map(({ text }) => (text.length > 400 ? null : phraseIn(text, sentences)))
      .find((phrase) => phrase !== null) ?? null
  const [title] = said
  if (title !== undefined && (isGone || said.length > 1 || sentence !== null || words < 100))
    return { kind: 'soft-404', reason: `it says that there is no such page: “${title}”` }
  if (sentence !== null && (allWords < 120 || isGone) && !isCalledArticle)
    return { kind: 'soft-404', reason: `it says that there is no such page: “${sentence}”` }
  return null
}
