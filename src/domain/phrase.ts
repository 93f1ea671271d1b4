/** What is changed beside the most telling: `5 paragraphs`. */
export interface PhraseCount {
  readonly n: number
  readonly of: 'paragraph' | 'quote'
}

/** What the phrase of a change leads with. */
export type PhraseLead =
  | { readonly kind: 'headline' }
  | { readonly kind: 'correction'; readonly came: 'added' | 'removed' | 'changed' }
  | { readonly kind: 'figure'; readonly pair: string }
  | { readonly kind: 'quotes'; readonly n: number }

/** Changes that have one name for the whole of them. */
export const wholePhrases = {
  'Minor wording': 'minor',
  'No change': 'none',
  'Noise only': 'noise',
  'Update time only': 'time',
  'Counters only': 'counters',
  'Tickers only': 'tickers',
  'Typography only': 'typography',
  'Encoding only': 'encoding',
  'Boilerplate only': 'boilerplate',
  'Order of links only': 'links',
  'Addresses only': 'addresses',
  'Another language': 'language',
  'Consent request': 'consent',
  'Another text': 'text',
  'Page read anew': 'reread'
} as const
type WholePhrase = (typeof wholePhrases)[keyof typeof wholePhrases]

/** A phrase of `changePhrase` in its parts, so that it can be said in any language. */
export type Phrase =
  | { readonly kind: 'whole'; readonly name: WholePhrase }
  | { readonly kind: 'parts'; readonly lead: PhraseLead | null; readonly rest: PhraseCount | null }

const counts = /^(?:(.+?), )?(\d+) (paragraph|quote)s?$/u
const correction = /^Correction (added|removed|changed)$/u
const quotes = /^(\d+) quotes?$/u
const figure = /^Figure (.+ → .+)$/u

/** Reads what `changePhrase` wrote; null for what no version of it wrote. */
export function readPhrase(text: string): Phrase | null {
  if (isWhole(text)) return { kind: 'whole', name: wholePhrases[text] }
  const [, before, n, of] = counts.exec(text) ?? []
  const rest =
    n === undefined ? null : { n: Number(n), of: of === 'quote' ? ('quote' as const) : ('paragraph' as const) }
  if (rest !== null && before === undefined) return { kind: 'parts', lead: null, rest }
  const lead = readLead(before ?? text)
  return lead === null ? null : { kind: 'parts', lead, rest }
}

const isWhole = (text: string): text is keyof typeof wholePhrases => Object.hasOwn(wholePhrases, text)

function readLead(text: string): PhraseLead | null {
  if (text === 'Headline') return { kind: 'headline' }
  const came = correction.exec(text)?.[1]
  if (came === 'added' || came === 'removed' || came === 'changed') return { kind: 'correction', came }
  const many = quotes.exec(text)?.[1]
  if (many !== undefined) return { kind: 'quotes', n: Number(many) }
  const pair = figure.exec(text)?.[1]
  return pair === undefined ? null : { kind: 'figure', pair }
}
