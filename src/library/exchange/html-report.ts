import { summaryText } from '../../domain/summary.ts'
import { escaped, fact, section, textAttributes } from './html-text.ts'
import { pairWindow, type PairFacts, type Saying } from './pair-facts.ts'
import { noteLine } from './plain-report.ts'
import { changesPart, redlinePart } from './report-changes.ts'
import { evidencePart } from './report-evidence.ts'
import { reportStyle } from './report-style.ts'
import { timeline } from './report-timeline.ts'
import { versionsPart } from './report-versions.ts'

interface Drawing {
  readonly madeAt: string
  /** Whether both texts are folded at first; on paper nobody unfolds them. */
  readonly isFolded: boolean
}

/**
 * A comparison as one file that opens anywhere: no script, nothing from the network (its own policy refuses both), every
 * word of the page escaped, with the hashes by which it can be checked and the bytes that they are over.
 */
export function asHtml(facts: PairFacts, saying: Saying, { madeAt, isFolded }: Drawing): string {
  const { article, versions } = facts
  const title = saying.say('title', `v${versions[0]?.label}`, `v${versions.at(-1)?.label}`)
  return `<!doctype html>
<html lang="${escaped(saying.lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${escaped(`${title}: ${article.headline}`)}</title>
<style>${reportStyle}</style>
</head>
<body>
${head(facts, saying, { title, madeAt })}
<main>
${changesPart(facts, saying, false)}
${redlinePart(facts, saying)}
${changesPart(facts, saying, true)}
${notes(facts, saying)}
${timeline(facts, saying)}
${versionsPart(facts, saying, isFolded)}
${evidencePart(facts, saying)}
</main>
</body>
</html>
`
}

function head(
  { article, comparison, versions }: PairFacts,
  saying: Saying,
  { title, madeAt }: { title: string; madeAt: string }
) {
  const { say, moment } = saying
  return `<header>
<p class="what">${escaped(title)}</p>
<h1 ${textAttributes(article)}>${escaped(article.headline)}</h1>
<dl>
${fact(say('source'), escaped(article.source))}
${article.url === null ? '' : fact(say('address'), `<span dir="ltr">${escaped(article.url)}</span>`)}
${fact(say('seen'), escaped(pairWindow(saying, versions)))}
${fact(say('made'), escaped(moment(madeAt)))}
</dl>
<p class="summary" lang="en">${escaped(summaryText(comparison.summary))}</p>
</header>`
}

function notes(facts: PairFacts, saying: Saying): string {
  if (facts.notes.length === 0) return ''
  const rows = facts.notes.map((note) => `<li dir="auto">${escaped(noteLine(facts, note, saying))}</li>`).join('\n')
  return section(saying.say('notes'), `<ul>${rows}</ul>`)
}
