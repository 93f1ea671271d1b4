import type { Edit } from '../../domain/diff/comparison.ts'
import type { BlockKind } from '../../domain/revision.ts'
import { escaped, section, textAttributes } from './html-text.ts'
import { markedText, type MarkedBlock, type MarkedRun } from './marked-text.ts'
import type { PairFacts, Saying } from './pair-facts.ts'

/** What changed, one after the other; `folded`: what is folded as noise instead. */
export function changesPart({ comparison, article }: PairFacts, saying: Saying, folded: boolean): string {
  const { say } = saying
  const edits = comparison.edits.filter((edit) => edit.folded === folded)
  if (folded && edits.length === 0) return ''
  const list = `<ol>${edits.map((edit) => `<li>${editRow(edit, article, saying)}</li>`).join('\n')}</ol>`
  const heading = folded ? say('folded', String(edits.length)) : say('changes')
  return section(heading, edits.length === 0 ? `<p>${escaped(say('noChanges'))}</p>` : list)
}

/** Reasons are in English whatever the language of the report. */
function editRow({ reason, before, after, disclosure }: Edit, article: PairFacts['article'], { say }: Saying): string {
  const sides = [
    ...(before === '' ? [] : [`<del>${escaped(before)}</del>`]),
    ...(after === '' ? [] : [`<ins>${escaped(after)}</ins>`])
  ]
  const pair = sides.length === 0 ? '' : ` <span ${textAttributes(article)}>${sides.join(' ')}</span>`
  const owned = say(disclosure === 'noted' ? 'noted' : 'silent')
  return `<b lang="en" dir="auto">${escaped(reason)}</b>${pair} <small>${escaped(owned)}</small>`
}

/** The whole text with its changes marked. */
export function redlinePart(facts: PairFacts, saying: Saying): string {
  const { say } = saying
  const legend = `<p class="legend"><ins>${escaped(say('added'))}</ins> <del>${escaped(say('removed'))}</del> ${escaped(say('legend'))}</p>`
  const blocks = markedText(facts).map((block) => paragraph(block, saying))
  return section(
    say('fullText'),
    `${legend}\n<article ${textAttributes(facts.article)}>\n${blocks.join('\n')}\n</article>`
  )
}

const tags: Partial<Record<BlockKind, string>> = { headline: 'h3', heading: 'h4', quote: 'blockquote' }
const classOf: Partial<Record<MarkedBlock['op'], string>> = {
  added: 'came',
  removed: 'went',
  moved: 'moved',
  'moved-away': 'left'
}

function paragraph({ kind, op, runs }: MarkedBlock, { say, lang }: Saying): string {
  const tag = tags[kind] ?? 'p'
  const name = classOf[op]
  const said = { moved: 'movedHere', 'moved-away': 'movedAway' } as const
  const isMove = op === 'moved' || op === 'moved-away'
  const note = isMove ? `<small lang="${escaped(lang)}">${escaped(say(said[op]))}</small> ` : ''
  return `<${tag} dir="auto"${name === undefined ? '' : ` class="${name}"`}>${note}${runs.map(runHtml).join('')}</${tag}>`
}

export function runHtml({ op, text }: MarkedRun): string {
  const words = escaped(text).replaceAll('\n', '<br>')
  if (op === 'same') return words
  return op === 'added' ? `<ins>${words}</ins>` : `<del>${words}</del>`
}
