import type { Edit } from '../../domain/diff/comparison.ts'
import type { BlockKind } from '../../domain/revision.ts'
import { summaryText } from '../../domain/summary.ts'
import { markedText, type MarkedBlock, type MarkedRun } from './marked-text.ts'
import { windowWords, type PairFacts, type Saying, type WrittenVersion } from './pair-facts.ts'
import { noteLine } from './plain-report.ts'
import { reportStyle } from './report-style.ts'

/** Text that came from a page, for HTML: nothing of it is ever markup, and no control character is left in it. */
function escaped(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]/gu, '\ufffd')
    .replace(/[&<>"']/gu, (character) => `&#${character.codePointAt(0)};`)
}

/**
 * A comparison as one file that opens anywhere: no script, nothing from the network (its own policy refuses both), every
 * word of the page escaped, with the hashes by which it can be checked.
 */
export function asHtml(facts: PairFacts, saying: Saying, madeAt: string): string {
  const { article, versions, comparison } = facts
  const { say } = saying
  const title = say('title', `v${versions[0]?.label}`, `v${versions.at(-1)?.label}`)
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
<header>
<p class="what">${escaped(title)}</p>
<h1 ${textAttributes(facts)}>${escaped(article.headline)}</h1>
<dl>
${fact(say('source'), escaped(article.source))}
${article.url === null ? '' : fact(say('address'), `<span dir="ltr">${escaped(article.url)}</span>`)}
${fact(say('made'), escaped(saying.moment(madeAt)))}
</dl>
<p class="summary">${escaped(summaryText(comparison.summary))}</p>
</header>
<main>
${changes(facts, saying)}
<section>
<h2>${escaped(say('fullText'))}</h2>
<p class="legend"><ins>${escaped(say('added'))}</ins> <del>${escaped(say('removed'))}</del> ${escaped(say('legend'))}</p>
<article ${textAttributes(facts)}>
${markedText(facts).map((block) => paragraph(block, saying)).join('\n')}
</article>
</section>
${folded(facts, saying)}
${notes(facts, saying)}
<section>
<h2>${escaped(say('versions'))}</h2>
${versions.map((version) => versionRow(version, saying)).join('\n')}
</section>
</main>
</body>
</html>
` // prettier-ignore
}

const fact = (name: string, value: string): string => `<div><dt>${escaped(name)}</dt><dd>${value}</dd></div>`

const textAttributes = ({ article: { lang, dir } }: PairFacts): string =>
  `dir="${dir === 'rtl' ? 'rtl' : 'auto'}"${lang === null ? '' : ` lang="${escaped(lang)}"`}`

function changes({ comparison }: PairFacts, saying: Saying): string {
  const told = comparison.edits.filter((edit) => !edit.folded)
  const list =
    told.length === 0
      ? `<p>${escaped(saying.say('noChanges'))}</p>`
      : `<ol>${told.map((edit) => `<li>${editRow(edit, saying)}</li>`).join('\n')}</ol>`
  return `<section><h2>${escaped(saying.say('changes'))}</h2>${list}</section>`
}

function editRow(edit: Edit, { say }: Saying): string {
  const reason = `<b dir="auto">${escaped(edit.reason)}</b>`
  const pair =
    edit.before === '' && edit.after === ''
      ? ''
      : ` <span dir="auto">${edit.before === '' ? '' : `<del>${escaped(edit.before)}</del> `}${edit.after === '' ? '' : `<ins>${escaped(edit.after)}</ins>`}</span>`
  return `${reason}${pair} <small>${escaped(say(edit.disclosure === 'noted' ? 'noted' : 'silent'))}</small>`
}

const tags: Partial<Record<BlockKind, string>> = { headline: 'h3', heading: 'h4', quote: 'blockquote' }
const classOf: Partial<Record<MarkedBlock['op'], string>> = {
  added: 'came',
  removed: 'went',
  moved: 'moved',
  'moved-away': 'left'
}

function paragraph(block: MarkedBlock, { say }: Saying): string {
  const tag = tags[block.kind] ?? 'p'
  const name = classOf[block.op]
  const words = block.runs.map(runHtml).join('')
  const said = { moved: 'movedHere', 'moved-away': 'movedAway' } as const
  const note =
    block.op === 'moved' || block.op === 'moved-away' ? `<small>${escaped(say(said[block.op]))}</small> ` : ''
  return `<${tag} dir="auto"${name === undefined ? '' : ` class="${name}"`}>${note}${words}</${tag}>`
}

function runHtml({ op, text }: MarkedRun): string {
  const words = escaped(text).replaceAll('\n', '<br>')
  if (op === 'same') return words
  return op === 'added' ? `<ins>${words}</ins>` : `<del>${words}</del>`
}

function folded({ comparison }: PairFacts, saying: Saying): string {
  const edits = comparison.edits.filter((edit) => edit.folded)
  if (edits.length === 0) return ''
  const rows = edits.map((edit) => `<li>${editRow(edit, saying)}</li>`).join('\n')
  return `<section><h2>${escaped(saying.say('folded', String(edits.length)))}</h2><ol>${rows}</ol></section>`
}

function notes(facts: PairFacts, saying: Saying): string {
  if (facts.notes.length === 0) return ''
  const rows = facts.notes.map((note) => `<li dir="auto">${escaped(noteLine(facts, note, saying))}</li>`).join('\n')
  return `<section><h2>${escaped(saying.say('notes'))}</h2><ul>${rows}</ul></section>`
}

function versionRow(version: WrittenVersion, saying: Saying): string {
  const { say } = saying
  const { body, text, record, status, finalUrl } = version.proof
  const code = (hash: string) => `<code>${escaped(hash)}</code>`
  return `<div class="version">
<h3>v${escaped(version.label)}</h3>
<dl>
${fact(say('seen'), escaped(windowWords(saying, version)))}
${fact(say('version'), escaped(`${say('words', String(version.words))}${status === null ? '' : `, HTTP ${status}`}`))}
${finalUrl === null ? '' : fact(say('address'), `<span dir="ltr">${escaped(finalUrl)}</span>`)}
${fact(say('response'), body === null ? escaped(say('noResponse')) : code(body))}
${fact(say('text'), code(text))}
${record === null ? '' : fact(say('record'), code(record))}
</dl>
</div>`
}
