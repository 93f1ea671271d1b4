import { t, type Key } from '../../catalogue/words.ts'
import type { SummaryPart } from '../../domain/diff/comparison.ts'
import { whatOf } from './reasons.ts'

export interface StoppedPart extends SummaryPart {
  /** The comma or full stop after it, which must not begin a line. */
  readonly stop: string
  readonly isHeadline: boolean
}

/** The parts of a summary in the reader's language, with the punctuation after each one taken from the next. */
export function withStops(parts: readonly SummaryPart[]): readonly StoppedPart[] {
  const made: StoppedPart[] = []
  for (const part of parts) {
    const last = made.at(-1)
    const stop = last !== undefined && last.edits.length > 0 ? (/^[.,;]+/u.exec(part.text)?.[0] ?? '') : ''
    if (last !== undefined && stop !== '') made[made.length - 1] = { ...last, stop }
    const text = part.text.slice(stop.length)
    if (text === '') continue
    made.push({ text: partWords(text) ?? text, edits: part.edits, stop: '', isHeadline: text === headlineChanged })
  }
  return made
}

const headlineChanged = 'The headline changed'

const exact: Readonly<Record<string, Key>> = {
  'The text is the same.': 'summary.same',
  'Only minor edits': 'summary.onlyMinor',
  'Only minor edits: ': 'summary.minorAre',
  spelling: 'summary.spelling',
  punctuation: 'summary.punctuation',
  links: 'summary.links',
  typography: 'summary.typography',
  capitals: 'summary.capitals',
  ' and ': 'summary.and'
}

const counted: readonly (readonly [RegExp, Key])[] = [
  [/^(\d+) paragraphs? (added|removed|moved|split|merged)$/u, 'summary.paragraphs'],
  [/^(\d+) (added|removed|moved|split|merged)$/u, 'summary.alsoParagraphs'],
  [/^(\d+) quotes? altered$/u, 'summary.quote'],
  [/^(\d+) negations? changed$/u, 'summary.negation'],
  [/^(\d+) qualifications? changed$/u, 'summary.qualification'],
  [/^(\d+) names? changed$/u, 'summary.name'],
  [/^(\d+) attributions? changed$/u, 'summary.attribution'],
  [/^(\d+) dates? changed$/u, 'summary.date'],
  [/^(\d+) correction notes? (added|removed|changed)$/u, 'summary.correctionnote'],
  [/^(\d+) date lines? changed$/u, 'summary.dateline'],
  [/^(\d+) images? (added|removed|changed)$/u, 'summary.image'],
  [/^(\d+) captions? (added|removed|changed)$/u, 'summary.caption'],
  [/^(\d+) links? changed$/u, 'summary.link'],
  [/^(\d+) figures? changed$/u, 'summary.figures'],
  [/^(\d+) more figures?$/u, 'summary.moreFigures'],
  [/^(\d+) sentences? changed$/u, 'summary.sentences'],
  [/^(\d+) wording changes?$/u, 'summary.wordings']
]

const another: Readonly<Record<string, string>> = {
  'a text in another language': 'language',
  'a request for consent': 'consent',
  'another text': 'text'
}

/**
 * A part of the English summary in the reader's language. Figures are words of the article and stay as they are; null for
 * what no rule knows, which a test over every example never finds.
 */
export function partWords(text: string): string | null {
  const key = Object.hasOwn(exact, text) ? exact[text] : undefined
  if (key !== undefined) return t(key)
  if (/^[\s.,]*$/u.test(text) || text.includes(' → ')) return text
  const [, head] = /^The (headline|standfirst|byline) changed$/u.exec(text) ?? []
  if (head !== undefined) return t('summary.head', { what: whatOf(head) })
  const [, shown] = /^The page shows (.+)$/u.exec(text) ?? []
  if (shown !== undefined) return t('summary.another', { text: another[shown] ?? 'text' })
  for (const [pattern, count] of counted) {
    const [, n, did = ''] = pattern.exec(text) ?? []
    if (n !== undefined) return t(count, { n: Number(n), did })
  }
  return null
}
