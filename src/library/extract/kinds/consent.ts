import { folded } from '../metadata/likeness.ts'
import type { Verdict } from './classify.ts'
import { phraseIn, phrases, titlePhrase } from './phrases.ts'
import type { Signs } from './signs.ts'
import { consentButtons, consentTitles, consentTopics } from './words/consent.ts'

const titles = phrases(consentTitles)
const buttons = phrases(consentButtons)
const topics = phrases(consentTopics)
/** What such a page explains is not long; a privacy policy is. */
const mostWords = 450
const hosts = /^(?:consent|guce|cmp|privacy-mgmt|cdn\.privacy-mgmt|collectconsent)\./u

/** A page that wants consent before it shows anything else. */
export function consent({
  source,
  titles: shown,
  lines,
  words,
  allWords,
  buttons: labels,
  isCalledArticle,
  html
}: Signs): Verdict | null {
  if (isCalledArticle && words > 60) return null
  const host = URL.canParse(source.url) ? new URL(source.url).hostname : ''
  if (hosts.test(host) && words < mostWords)
    return { kind: 'consent', reason: `it was sent by ${host}, which asks for consent` }
  if (words > mostWords || allWords > 2 * mostWords) return null
  const texts = lines.map(({ text }) => text)
  const title =
    [...shown, ...texts.slice(0, 4)].map((text) => titlePhrase(text, titles)).find((phrase) => phrase !== null) ?? null
  const button = [...labels, ...texts.filter((text) => text.length < 40)].find((text) =>
    buttons.whole.has(folded(text))
  )
  const asks =
    button ??
    (/<form/iu.test(html.slice(0, 400_000))
      ? texts
          .slice(0, 40)
          .find((text) => text.length < 300 && buttons.all.some((one) => one.length >= 8 && folded(text).includes(one)))
      : undefined)
  const about = texts.filter((text) => phraseIn(text, topics) !== null).length
  if (title === null || asks === undefined || about === 0) return null
  const share = about / Math.max(1, texts.length)
  return share > 0.1 ? { kind: 'consent', reason: `it asks for consent first: “${title}”` } : null
}
