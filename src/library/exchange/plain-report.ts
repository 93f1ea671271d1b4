import type { Edit } from '../../domain/diff/comparison.ts'
import { summaryText } from '../../domain/summary.ts'
import { markedText, type MarkedBlock, type MarkedRun } from './marked-text.ts'
import { windowWords, type PairFacts, type Saying } from './pair-facts.ts'

/** How a format writes what it cannot leave to words. */
interface Style {
  readonly heading: (text: string, level: 1 | 2) => string
  readonly item: (text: string) => string
  readonly plain: (text: string) => string
  readonly added: (text: string) => string
  readonly removed: (text: string) => string
}

/** Marks go around words, never around the spaces beside them, which would be no mark in Markdown. */
const around = (mark: string, text: string): string =>
  text.replace(/^(\s*)([\s\S]*?)(\s*)$/u, (_, before: string, words: string, after: string) =>
    words === '' ? text : `${before}${mark}${words}${mark}${after}`
  )

/** Characters that Markdown and the HTML in it would take for their own. */
const escaped = (text: string): string =>
  text.replace(/[\\`*_[\]<>~|#&]/gu, String.raw`\$&`).replace(/^(\s*)(\d+)([.)])/u, String.raw`$1$2\$3`).replace(/^(\s*)([-+=])/u, String.raw`$1\$2`) // prettier-ignore

const markdown: Style = {
  heading: (text, level) => `${'#'.repeat(level)} ${text}`,
  item: (text) => `- ${text}`,
  plain: escaped,
  added: (text) => around('**', escaped(text)),
  removed: (text) => around('~~', escaped(text))
}

/** The marks of a copy with marks. */
const text: Style = {
  heading: (words, level) => `${words}\n${(level === 1 ? '=' : '-').repeat(Math.min(78, words.length))}`,
  item: (words) => `* ${words}`,
  plain: (words) => words,
  added: (words) => `{+${words}+}`,
  removed: (words) => `[-${words}-]`
}

export const asMarkdown = (facts: PairFacts, saying: Saying): string => report(markdown, facts, saying)
export const asText = (facts: PairFacts, saying: Saying): string => report(text, facts, saying)

function report(style: Style, facts: PairFacts, saying: Saying): string {
  const { article, versions, comparison } = facts
  const { say } = saying
  const [first, last] = [versions[0], versions.at(-1)]
  const told = comparison.edits.filter(({ folded }) => !folded)
  const folded = comparison.edits.filter((edit) => edit.folded)
  const parts = [
    style.heading(style.plain(article.headline), 1),
    style.plain(say('title', `v${first?.label}`, `v${last?.label}`)),
    [
      style.item(style.plain(`${say('source')}: ${article.source}`)),
      ...(article.url === null ? [] : [style.item(`${style.plain(say('address'))}: <${article.url}>`)])
    ].join('\n'),
    style.plain(summaryText(comparison.summary)),
    style.heading(say('changes'), 2),
    told.length === 0 ? style.plain(say('noChanges')) : told.map((edit) => style.item(editLine(style, edit, saying))).join('\n'), // prettier-ignore
    style.heading(say('fullText'), 2),
    ...markedText(facts).map((block) => paragraph(style, block, saying)),
    ...section(
      style,
      say('folded', String(folded.length)),
      folded.map((edit) => editLine(style, edit, saying))
    ),
    ...section(
      style,
      say('notes'),
      facts.notes.map((note) => style.plain(noteLine(facts, note, saying)))
    ),
    style.heading(say('versions'), 2),
    versions.map((version) => style.item(versionLine(style, version, saying))).join('\n')
  ]
  return `${parts.join('\n\n')}\n`
}

const section = (style: Style, title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [style.heading(title, 2), lines.map(style.item).join('\n')]

function editLine(style: Style, edit: Edit, { say }: Saying): string {
  const sides = [
    ...(edit.before === '' ? [] : [style.removed(edit.before)]),
    ...(edit.after === '' ? [] : [style.added(edit.after)])
  ]
  // A reason that has the words already says them once.
  const words = sides.length === 0 || edit.reason.includes(' → ') ? '' : `: ${sides.join(' → ')}`
  const owned = edit.folded ? '' : ` (${say(edit.disclosure === 'noted' ? 'noted' : 'silent')})`
  return `${style.plain(edit.reason)}${words}${style.plain(owned)}`
}

function paragraph(style: Style, { op, runs }: MarkedBlock, { say }: Saying): string {
  const words = runs.map((run) => marked(style, run)).join('')
  if (op === 'moved-away') return style.plain(`(${say('movedAway')}: ${(runs[0]?.text ?? '').slice(0, 60)}…)`)
  return op === 'moved' ? `${style.plain(`(${say('movedHere')})`)} ${words}` : words
}

function marked(style: Style, { op, text: words }: MarkedRun): string {
  if (op === 'same') return style.plain(words)
  return op === 'added' ? style.added(words) : style.removed(words)
}

/** `v3: …` for what was noted on a version. */
export function noteLine({ versions }: PairFacts, note: PairFacts['notes'][number], { say, moment }: Saying): string {
  const on = versions.find(({ id }) => id === note.revision)
  return `${on === undefined ? say('onArticle') : `v${on.label}`}, ${moment(note.at)}: ${note.text}`
}

function versionLine(style: Style, version: PairFacts['versions'][number], saying: Saying): string {
  const { say } = saying
  const { body, text: hash, record } = version.proof
  const words = [
    `v${version.label}: ${windowWords(saying, version)}`,
    say('words', String(version.words)),
    body === null ? say('noResponse') : `${say('response')} ${body}`,
    `${say('text')} ${hash}`,
    ...(record === null ? [] : [`${say('record')} ${record}`])
  ]
  return style.plain(words.join('; '))
}
