import type { Edit, Hunk, Run } from '../../domain/diff/comparison.ts'
import { runHtml } from './report-changes.ts'
import { escaped, textAttributes } from './html-text.ts'
import { markedText, type MarkedRun } from './marked-text.ts'
import { pairWindow, type PairFacts, type Saying } from './pair-facts.ts'

/** The size of the picture, in pixels: what most places show of a link. */
export const cardSize = { width: 1200, height: 630 } as const

/** Characters of unchanged text around the change, and of changed text that is shown. */
const [around, changed] = [110, 170]

/**
 * The change that says most: the most important, and of those the one with the most words. That of the headline apart, which
 * is shown with its marks anyhow.
 */
export function largestEdit({ comparison: { edits, hunks }, newer, older }: Sides): Edit | undefined {
  const told = edits.filter(({ folded, hunk }) => !folded && !isHeadline(hunks[hunk]!, { newer, older }))
  const size = ({ before, after }: Edit) => before.length + after.length
  return told.toSorted((a, b) => b.importance - a.importance || size(b) - size(a))[0]
}

/** The words around the change, with its marks, clipped at words. */
export function clipped(hunk: Hunk, edit: number, { before, after }: Pick<Edit, 'before' | 'after'>): MarkedRun[] {
  const runs: readonly Run[] = 'runs' in hunk ? hunk.runs : []
  const first = runs.findIndex((run) => run.op !== 'same' && run.edit === edit)
  const last = runs.findLastIndex((run) => run.op !== 'same' && run.edit === edit)
  if (first < 0) return bare(before, after)
  const inside = runs.slice(first, last + 1).map((run): MarkedRun => {
    return run.op === 'same' ? { op: 'same', text: run.new } : { op: run.op, text: cut(run.text, changed, 'end') }
  })
  const told = (some: readonly Run[]) =>
    some.map((run) => (run.op === 'same' ? run.new : run.op === 'added' ? run.text : '')).join('')
  const lead = cut(told(runs.slice(0, first)), around, 'start')
  const tail = cut(told(runs.slice(last + 1)), around, 'end')
  return [{ op: 'same' as const, text: lead }, ...inside, { op: 'same' as const, text: tail }].filter(({ text }) => text !== '') // prettier-ignore
}

function bare(before: string, after: string): MarkedRun[] {
  const sides: MarkedRun[] = [
    { op: 'removed', text: cut(before, changed, 'end') },
    { op: 'added', text: cut(after, changed, 'end') }
  ]
  return sides.filter(({ text }) => text !== '')
}

function cut(text: string, most: number, end: 'start' | 'end'): string {
  if (text.length <= most) return text
  const part = end === 'end' ? text.slice(0, most) : text.slice(-most)
  const whole =
    end === 'end' ? part.replace(/[^\s\p{Ideographic}]*$/u, '') : part.replace(/^[^\s\p{Ideographic}]*/u, '')
  const kept = whole.trim() === '' ? part : whole
  return end === 'end' ? `${kept.trimEnd()}…` : `…${kept.trimStart()}`
}

type Sides = Pick<PairFacts, 'comparison' | 'newer' | 'older'>

function isHeadline(hunk: Hunk, { newer, older }: Pick<Sides, 'newer' | 'older'>): boolean {
  const block = 'new' in hunk ? newer.blocks[[hunk.new].flat()[0]!] : older.blocks[hunk.old]
  return block?.kind === 'headline'
}

/** The headline with its marks. */
function headlineRuns(facts: PairFacts): readonly MarkedRun[] {
  const runs = markedText(facts).flatMap(({ kind, runs }) => (kind === 'headline' ? runs : []))
  const most = runs.length > 1 ? 90 : 120
  const shown = runs.map(({ op, text }) => ({ op, text: cut(text, most, 'end') }))
  return shown.length > 0 ? shown : [{ op: 'same', text: facts.article.headline }]
}

interface Card {
  readonly html: string
  /** The picture in words, for those who do not see it. */
  readonly alt: string
}

/** A picture of the largest change, as HTML without script or network, and the same in words. */
export function cardOf(facts: PairFacts, saying: Saying): Card {
  const { article, comparison, versions } = facts
  const { say } = saying
  const edit = largestEdit(facts)
  const runs = edit === undefined ? [] : clipped(comparison.hunks[edit.hunk]!, comparison.edits.indexOf(edit), edit)
  const newest = versions.at(-1)!
  const when = pairWindow(saying, versions)
  const headline = headlineRuns(facts)
  const pair = `v${versions[0]?.label} → v${newest.label}`
  const isSame = runs.length === 0 && headline.length === 1
  const redline = isSame ? escaped(say('noChanges')) : runs.map(runHtml).join('')
  const html = `<!doctype html>
<html lang="${escaped(saying.lang)}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(article.headline)}</title><style>${cardStyle}</style></head>
<body><main>
<p class="source">${escaped(article.source)}</p>
<h1 ${textAttributes(article)}>${headline.map(runHtml).join('')}</h1>
${redline === '' ? '' : `<p class="change" ${textAttributes(article)}>${redline}</p>`}
<p class="when"><b>${escaped(pair)}</b> ${escaped(when)}</p>
</main></body></html>
`
  return { html, alt: altOf(facts, { runs: [...(headline.length > 1 ? headline : []), ...runs], when }, saying) }
}

function altOf({ article }: PairFacts, { runs, when }: { runs: readonly MarkedRun[]; when: string }, { say }: Saying) {
  const words = (op: MarkedRun['op']) => runs.filter((run) => run.op === op).map(({ text }) => text.trim()).join(' … ') // prettier-ignore
  const [removed, added] = [words('removed'), words('added')]
  const sides = [
    removed === '' ? '' : `${say('removed')}: “${removed}”`,
    added === '' ? '' : `${say('added')}: “${added}”`
  ].filter((side) => side !== '')
  return [say('card', article.source, article.headline), sides.join('; '), when].filter((part) => part !== '').join(' ')
}

/** Always light: a picture does not know where it is shown. */
const cardStyle = `
* { box-sizing: border-box; margin: 0; }
html { color-scheme: light; }
body { width: ${cardSize.width}px; height: ${cardSize.height}px; overflow: hidden; background: #fff; color: #17191d;
  font-family: "Segoe UI", "Helvetica Neue", "Liberation Sans", Arial, sans-serif; }
main { display: flex; flex-direction: column; height: 100%; padding: 56px 64px 48px; border-block-start: 12px solid #1b1d22; }
.source { font-size: 26px; line-height: 36px; font-weight: 600; color: #474c54; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
h1 { font: 600 42px/60px Georgia, "Liberation Serif", "Times New Roman", serif; margin: 6px 0 28px; max-height: 240px; overflow: hidden; flex: none; }
.change { font: 34px/50px Georgia, "Liberation Serif", "Times New Roman", serif; max-height: 200px; overflow: hidden;
  padding-inline-start: 24px; border-inline-start: 4px solid #cfd2d7; overflow-wrap: anywhere; }
.when { margin-block-start: auto; padding-block-start: 20px; font-size: 22px; line-height: 32px; color: #474c54;
  white-space: nowrap; overflow: hidden; text-overflow: ellipsis; flex: none; }
.when b { color: #17191d; margin-inline-end: 12px; }
ins { color: #0b4a94; background: #e0eefd; text-decoration: underline 3px #1f72d6; text-underline-offset: 6px; }
del + ins { margin-inline-start: 6px; }
del { color: #8c3a06; background: #fdebda; text-decoration: line-through 2.5px #c4590f; }
`
