import type { Comparison, Edit, EditKind, FoldRule, FoundEdit, Replacement, SummaryPart } from './diff/comparison.ts'
import { figureInReason } from './edits/figures.ts'
import type { FigureChange, Finding } from './edits/finding.ts'

type Numbered = Finding & { readonly index: number }

/** More figures than this are only counted. */
const mostFigures = 3

/**
 * What changed, in one or two sentences: the most telling first, and for each fragment the edits it stands for. Folded edits
 * are left out; minor ones are named only where there is nothing else.
 */
export function summarise(findings: readonly Finding[], replaced: Replacement | null = null): SummaryPart[] {
  const shown = findings.map((finding, index) => ({ ...finding, index })).filter(({ edit }) => !edit.folded)
  if (replaced !== null) return [part(`The page shows ${replacementWords[replaced]}`, shown), plain('.')]
  if (shown.length === 0) return [plain('The text is the same.')]
  const major = shown.filter(({ edit }) => !edit.minor)
  if (major.length === 0) return onlyMinor(shown)
  const figures = distinctFigures(major)
  const sentences = [
    headSentence(major, figures),
    blockSentence(major),
    kindSentence(major),
    figureSentence(figures, major)
  ]
  const told = sentences.filter((parts) => parts.length > 0)
  return told.length > 0 ? joinSentences(told) : joinSentences([wordingSentence(major)])
}

const replacementWords: Readonly<Record<Replacement, string>> = {
  language: 'a text in another language',
  consent: 'a request for consent',
  text: 'another text'
}

/** The summary as plain text. */
export function summaryText(parts: readonly SummaryPart[]): string {
  return parts.map(({ text }) => text).join('')
}

function plain(text: string): SummaryPart {
  return { text, edits: [] }
}

function part(text: string, findings: readonly { readonly index: number }[]): SummaryPart {
  return { text, edits: findings.map(({ index }) => index) }
}

function joinSentences(sentences: readonly SummaryPart[][]): SummaryPart[] {
  return sentences.flatMap((parts, index) => (index === 0 ? parts : [plain(' '), ...parts]))
}

function listed(parts: readonly SummaryPart[], last = ', '): SummaryPart[] {
  const between = (index: number) => plain(index === parts.length - 1 ? last : ', ')
  return [...parts.flatMap((each, index) => (index === 0 ? [each] : [between(index), each])), plain('.')]
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function ofKind(findings: readonly Numbered[], kind: EditKind): Numbered[] {
  return findings.filter(({ edit }) => edit.kinds.includes(kind))
}

/** `The headline changed.` The standfirst and byline only where no figure tells more of them. */
function headSentence(major: readonly Numbered[], figures: readonly Figure[]): SummaryPart[] {
  const told = new Set(figures.flatMap(({ findings }) => findings.map(({ index }) => index)))
  const parts: SummaryPart[] = []
  for (const kind of ['headline', 'standfirst', 'byline'] as const) {
    const found = ofKind(major, kind)
    if (found.length === 0 || (kind !== 'headline' && found.every(({ index }) => told.has(index)))) continue
    if (parts.length > 0) parts.push(plain(' '))
    parts.push(part(`The ${kind} changed`, found), plain('.'))
  }
  return parts
}

const came = { added: 'added', removed: 'removed', moved: 'moved', split: 'split', merged: 'merged' } as const

/** `2 paragraphs added, 1 removed, 1 moved.` */
function blockSentence(major: readonly Numbered[]): SummaryPart[] {
  const parts: SummaryPart[] = []
  for (const kind of ['added', 'removed', 'moved', 'split', 'merged'] as const) {
    const found = ofKind(major, kind).filter(({ edit, sentence }) => !sentence && !isTitled(edit))
    if (found.length === 0) continue
    const count = parts.length === 0 ? counted(found.length, 'paragraph') : String(found.length)
    parts.push(part(`${count} ${came[kind]}`, found))
  }
  return parts.length === 0 ? [] : listed(parts)
}

/** The kind of the block itself says more than that it came or went. */
function isTitled({ kinds }: FoundEdit): boolean {
  return kinds.some((kind) =>
    ['headline', 'standfirst', 'byline', 'date-claim', 'image', 'caption', 'correction-note'].includes(kind)
  )
}

const kindWords: readonly (readonly [EditKind, string, string])[] = [
  ['quote', 'quote', 'altered'],
  ['negation', 'negation', 'changed'],
  ['hedge', 'qualification', 'changed'],
  ['name', 'name', 'changed'],
  ['attribution', 'attribution', 'changed'],
  ['date', 'date', 'changed'],
  ['correction-note', 'correction note', 'changed'],
  ['date-claim', 'date line', 'changed'],
  ['image', 'image', 'changed'],
  ['caption', 'caption', 'changed'],
  ['link', 'link', 'changed']
]

/** `1 quote altered, 2 names changed.` Each edit counts under its most telling kind, and once for each block. */
function kindSentence(major: readonly Numbered[]): SummaryPart[] {
  const parts = kindWords.flatMap(([kind, noun, verb]) => {
    const found = major.filter(({ edit, sentence }) => edit.kinds[0] === kind && !(sentence && kind === 'name'))
    if (found.length === 0) return []
    return [
      part(`${counted(new Set(found.map(({ edit }) => edit.hunk)).size, noun)} ${verbOf(kind, found) ?? verb}`, found)
    ]
  })
  return parts.length === 0 ? [] : listed(parts)
}

function verbOf(kind: EditKind, found: readonly Numbered[]): string | null {
  if (kind !== 'correction-note' && kind !== 'image' && kind !== 'caption') return null
  if (found.every(({ edit }) => edit.kinds.includes('added'))) return 'added'
  return found.every(({ edit }) => edit.kinds.includes('removed')) ? 'removed' : null
}

interface Figure {
  readonly change: FigureChange
  readonly findings: readonly Numbered[]
}

/** Figures of the body first; the same change of the same thing is told once. */
function distinctFigures(major: readonly Numbered[]): Figure[] {
  const found = new Map<string, { change: FigureChange; findings: Numbered[] }>()
  for (const finding of [...major.filter(({ head }) => !head), ...major.filter(({ head }) => head)]) {
    for (const change of finding.figures) {
      const key = [change.noun?.toLowerCase(), change.before, change.after].join('\n')
      const known = found.get(key) ?? { change, findings: [] }
      known.findings.push(finding)
      found.set(key, known)
    }
  }
  return [...found.values()]
}

/** `Households 40 → 60, weeks six → ten and 4 more figures.` No figure without its noun. */
function figureSentence(figures: readonly Figure[], major: readonly Numbered[]): SummaryPart[] {
  const named = figures.filter(({ change }) => change.noun !== null).slice(0, mostFigures)
  const told = new Set(named.flatMap(({ findings }) => findings.map(({ index }) => index)))
  const rest = figures.filter((figure) => !named.includes(figure))
  const bare = major.filter(
    ({ edit, index, figures: own }) => edit.kinds[0] === 'figure' && own.length === 0 && !told.has(index)
  )
  const parts = named.map(({ change, findings }) => part(`${change.noun} ${change.before} → ${change.after}`, findings))
  const more = rest.length + bare.length
  if (parts.length === 0)
    return more === 0 ? [] : [part(`${counted(more, 'figure')} changed`, restOf(rest, bare)), plain('.')]
  const first = { ...parts[0]!, text: capital(parts[0]!.text) }
  const all = [first, ...parts.slice(1)]
  if (more === 0) return listed(all)
  return listed([...all, part(`${more} more ${more === 1 ? 'figure' : 'figures'}`, restOf(rest, bare))], ' and ')
}

function restOf(rest: readonly Figure[], bare: readonly Numbered[]): Numbered[] {
  return [...new Set([...rest.flatMap(({ findings }) => findings), ...bare])]
}

function capital(text: string): string {
  const [first = ''] = text
  return first.toUpperCase() + text.slice(first.length)
}

function wordingSentence(major: readonly Numbered[]): SummaryPart[] {
  const sentences = major.filter(({ sentence }) => sentence)
  const words = major.filter(({ sentence }) => !sentence)
  const parts: SummaryPart[] = []
  if (sentences.length > 0) parts.push(part(`${counted(sentences.length, 'sentence')} changed`, sentences))
  if (words.length > 0) parts.push(part(counted(words.length, 'wording change'), words))
  return listed(parts)
}

const minorWords: readonly (readonly [EditKind, string])[] = [
  ['typo', 'spelling'],
  ['punctuation', 'punctuation'],
  ['link', 'links'],
  ['typography', 'typography'],
  ['wording', 'capitals']
]

/** `Only minor edits: spelling and links.` */
function onlyMinor(shown: readonly Numbered[]): SummaryPart[] {
  const parts = minorWords.flatMap(([kind, word]) => {
    const found = shown.filter(({ edit }) => edit.kinds.at(-1) === kind)
    return found.length === 0 ? [] : [part(word, found)]
  })
  if (parts.length === 0) return [part('Only minor edits', shown), plain('.')]
  return [plain('Only minor edits: '), ...listed(parts, ' and ')]
}

const foldedWords: Readonly<Record<FoldRule, string>> = {
  'relative-time': 'Update time only',
  'update-line': 'Update time only',
  counter: 'Counters only',
  ticker: 'Tickers only',
  typography: 'Typography only',
  mojibake: 'Encoding only',
  boilerplate: 'Boilerplate only',
  'reordered-links': 'Order of links only',
  tracking: 'Addresses only',
  archive: 'Addresses only',
  reader: 'Noise only'
}

/** What to call a change that is noise and nothing else. */
function foldedPhrase(edits: readonly Edit[]): string {
  const words = new Set(edits.flatMap(({ rule }) => (rule === null ? [] : foldedWords[rule])))
  if (words.size === 0) return 'No change'
  return words.size === 1 ? [...words][0]! : 'Noise only'
}

const replacedPhrases: Readonly<Record<Replacement, string>> = {
  language: 'Another language',
  consent: 'Consent request',
  text: 'Another text'
}

/** The one short phrase of the article list: `Headline, 5 paragraphs`, `Figure 11 → 17`, `Correction added`, `Minor wording`. */
export function changePhrase({ edits, hunks, replaced }: Comparison): string {
  if (replaced !== null) return replacedPhrases[replaced]
  const shown = edits.filter(({ folded }) => !folded)
  const major = shown.filter(({ minor }) => !minor)
  if (shown.length === 0) return foldedPhrase(edits)
  if (major.length === 0) return 'Minor wording'
  const first = leading(major)
  const others = [...new Set(major.map(({ hunk }) => hunk))].filter(
    (hunk) => !first.hunks.has(hunk) && hunk < hunks.length
  )
  if (first.phrase === '') return counted(others.length, 'paragraph')
  if (others.length === 0) return first.phrase
  const quotes = others.every((hunk) => major.some((edit) => edit.hunk === hunk && edit.kinds[0] === 'quote'))
  return `${first.phrase}, ${counted(others.length, quotes ? 'quote' : 'paragraph')}`
}

/** The most telling change as a phrase, and where it stands. */
function leading(major: readonly Edit[]): { readonly phrase: string; readonly hunks: ReadonlySet<number> } {
  const hunksOf = (found: readonly Edit[]) => new Set(found.map(({ hunk }) => hunk))
  const all = (kind: EditKind) => major.filter(({ kinds }) => kinds.includes(kind))
  const headline = all('headline')
  if (headline.length > 0) return { phrase: 'Headline', hunks: hunksOf(headline) }
  const notes = all('correction-note')
  if (notes.length > 0) return { phrase: `Correction ${verbOfNote(notes)}`, hunks: hunksOf(major) }
  const figure = all('figure').find(({ reason }) => figureInReason(reason) !== null)
  if (figure !== undefined) {
    return { phrase: `Figure ${figureInReason(figure.reason)}`, hunks: sameFigure(major, figure) }
  }
  const quotes = all('quote')
  if (quotes.length > 0) return { phrase: counted(hunksOf(quotes).size, 'quote'), hunks: hunksOf(quotes) }
  return { phrase: '', hunks: new Set() }
}

function sameFigure(major: readonly Edit[], figure: Edit): Set<number> {
  return new Set(
    [figure, ...major.filter(({ before, after }) => before === figure.before && after === figure.after)].map(
      ({ hunk }) => hunk
    )
  )
}

function verbOfNote(notes: readonly Edit[]): string {
  if (notes.some(({ kinds }) => kinds.includes('added'))) return 'added'
  return notes.every(({ kinds }) => kinds.includes('removed')) ? 'removed' : 'changed'
}
