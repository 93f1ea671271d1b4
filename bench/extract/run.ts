import { parsePage } from '../../src/library/extract/tree.ts'
import { readPage } from '../../src/library/extract/read-page.ts'
import { annotatedPages, articleTexts, hardPairs, pagePairs, selectedDocuments } from './pages.ts'
import { f1Of, isExact, overlap } from './score.ts'

void parsePage
const inText = new Set(['heading', 'paragraph', 'quote', 'list-item', 'table-row', 'correction-note'])
const head = new Set(['headline', 'standfirst', 'byline', 'dateline'])
export function ours(html: string, url: string) {
  const page = readPage(html, { url, at: '2026-03-03T09:00:00.000Z' })
  const body = page.content.blocks
    .filter(({ kind }) => inText.has(kind))
    .map(({ text }) => text)
    .join('\n\n')
  const all = page.content.blocks.map(({ kind, text, src }) => `${kind} ${text} ${src ?? ''}`).join('\n')
  const words = page.content.blocks
    .filter(
      ({ kind }) =>
        kind !== 'image' && kind !== 'embed' && kind !== 'caption' && kind !== 'byline' && kind !== 'dateline'
    )
    .map(({ text }) => text)
    .join('\n')
  void head
  return { body, all, words, page }
}
const what = (process.argv[2] ?? 'seg,doc,pairs,hard,paper').split(',')
const verbose = process.argv[3]
if (what.includes('seg')) {
  let tp = 0,
    fn = 0,
    fp = 0,
    tn = 0
  const norm = (s: string) => s.replaceAll(/\s+/g, ' ')
  for (const p of annotatedPages()) {
    const o = ours(p.html, p.url)
    const t = norm(o.words)
    const missing = p.with.filter((w) => !t.includes(norm(w)))
    const extra = p.without.filter((w) => t.includes(norm(w)))
    tp += p.with.length - missing.length
    fn += missing.length
    fp += extra.length
    tn += p.without.length - extra.length
    if (verbose && (missing.length > 1 || extra.length > 0))
      console.log(
        p.name,
        'len',
        t.length,
        'MISS',
        missing.map((s) => s.slice(0, 60)),
        'EXTRA',
        extra.map((s) => s.slice(0, 60))
      )
  }
  const P = tp / (tp + fp),
    R = tp / (tp + fn)
  console.log('segments', { tp, fn, fp, tn, P: P.toFixed(3), R: R.toFixed(3), F: ((2 * P * R) / (P + R)).toFixed(3) })
}
const scored = (name: string, pages: ReturnType<typeof articleTexts>) => {
  let sum = 0,
    p = 0,
    r = 0,
    exact = 0
  for (const one of pages) {
    const { body } = ours(one.html, one.url)
    const o = overlap(one.text, body)
    sum += f1Of(o)
    p += o.precision
    r += o.recall
    exact += Number(isExact(one.text, body))
    if (verbose && f1Of(o) < 0.9)
      console.log(one.name, o.precision.toFixed(2), o.recall.toFixed(2), body.length, one.text.length)
  }
  const n = pages.length
  console.log(
    name,
    n,
    'F1',
    (sum / n).toFixed(3),
    'P',
    (p / n).toFixed(3),
    'R',
    (r / n).toFixed(3),
    'exact',
    (exact / n).toFixed(3)
  )
}
if (what.includes('doc'))
  scored(
    'documents',
    selectedDocuments().map((d) => ({
      ...d,
      text: d.text.replaceAll(/\]\([^)]*\)/g, ']').replaceAll(/[*_#\\|>]/g, ' ')
    }))
  )
if (what.includes('paper')) scored('newspaper4k', articleTexts())
const pairs = (name: string, list: ReturnType<typeof hardPairs>) => {
  let bad = 0,
    badAll = 0
  for (const p of list) {
    const [a, b] = [ours(p.a, 'https://x.example/a'), ours(p.b, 'https://x.example/a')]
    const differ = a.words !== b.words
    if (differ !== p.changed) {
      bad++
      if (verbose) console.log(name, p.name, p.changed ? 'missed' : 'false', a.words.length, b.words.length)
    }
    if ((a.all !== b.all) !== p.changed) badAll++
  }
  console.log(name, `${bad}/${list.length} words`, `${badAll}/${list.length} blocks`)
}
if (what.includes('pairs')) {
  const all = pagePairs()
  pairs(
    'noise',
    all.filter((p) => !p.changed)
  )
  pairs(
    'real',
    all.filter((p) => p.changed)
  )
}
if (what.includes('hard')) pairs('hard', hardPairs())
