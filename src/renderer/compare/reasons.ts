import { t, type Key, type Values } from '../../catalogue/words.ts'

/**
 * What one change is called in the reader's language. Edits carry their reason as an English sentence, which is stored and
 * printed as it is; here its parts are told apart again. A test reads every reason of every example.
 */
export interface Reason {
  readonly key: Key
  readonly values: Values
  /** Words of the article that belong to it: `40 → 60 households`. */
  readonly words: string
  /** The most telling thing about a sentence that came, went or was replaced. */
  readonly also: Reason | null
}

const nouns =
  'headline|standfirst|byline|date line|dateline|heading|paragraph|quote|list item|table row|caption|image|embed|correction note'
const own = /^(?:headline|standfirst|byline|date line|caption|image|correction note): (?=\S)/u
const sentence = /^sentence (added|removed|replaced)(?:; ([^]+))?$/u
const whole = new RegExp(`^(${nouns}) (added|removed|replaced)$`, 'u')
const became = new RegExp(`^(${nouns}) → (${nouns})$`, 'u')
const split = new RegExp(`^(${nouns}) split in (\\d+)$`, 'u')
const merged = new RegExp(`^(\\d+) (${nouns})s merged$`, 'u')
const broken = new RegExp(`^break between (${nouns})s moved$`, 'u')

const acts = { added: 'change.added', removed: 'change.removed', replaced: 'change.replaced' } as const

/** Reasons that say all there is to say, and those that words of the article follow. */
const heads: Readonly<Record<string, Key>> = {
  figure: 'change.figure',
  'figure added': 'change.figureAdded',
  'figure removed': 'change.figureRemoved',
  time: 'change.time',
  'time added': 'change.timeAdded',
  'time removed': 'change.timeRemoved',
  date: 'change.date',
  'date added': 'change.dateAdded',
  'date removed': 'change.dateRemoved',
  name: 'change.name',
  'name added': 'change.nameAdded',
  'name removed': 'change.nameRemoved',
  attribution: 'change.attribution',
  'attribution added': 'change.attributionAdded',
  'attribution removed': 'change.attributionRemoved',
  negation: 'change.negation',
  'negation added': 'change.negationAdded',
  'negation removed': 'change.negationRemoved',
  hedge: 'change.hedge',
  'hedge added': 'change.hedgeAdded',
  'hedge removed': 'change.hedgeRemoved',
  'quote altered': 'change.quote',
  'quotation marks changed': 'change.marks',
  'quotation marks added': 'change.marksAdded',
  'quotation marks removed': 'change.marksRemoved',
  'words changed': 'change.wording',
  'words added': 'change.wordsAdded',
  'words removed': 'change.wordsRemoved',
  capital: 'change.capital',
  spelling: 'change.spelling',
  punctuation: 'change.punctuation',
  'link changed': 'change.link',
  'link added': 'change.linkAdded',
  'link removed': 'change.linkRemoved',
  'image changed': 'change.image',
  'the same number written otherwise': 'change.sameNumber',
  'letters joined or parted by a hidden character': 'change.joiner',
  'typography alone': 'change.typography',
  'the same address': 'change.sameAddress',
  'the same image at another address': 'change.sameImage',
  'the same text in another encoding': 'change.encoding',
  'the time of the update, counted from the moment of reading': 'change.relativeTime',
  'the page’s own update line': 'change.updateLine',
  'a counter': 'change.counter',
  'a ticker beside the article': 'change.ticker',
  'links to other articles in another order': 'change.otherOrder',
  'a line of the page, not of the article': 'change.ofPage'
}

/** As a choice in a message: `list item` and `list-item` are `listitem`. */
export function whatOf(noun: string): string {
  return noun.replace(/[ -]/u, '')
}

export function readReason(reason: string): Reason | null {
  const bare = reason.replace(own, '')
  const named = (key: Key, values: Values = {}, also: Reason | null = null) => ({ key, values, words: '', also })
  const [, did, telling] = sentence.exec(bare) ?? []
  if (did !== undefined) {
    const also = telling === undefined ? null : readReason(telling)
    return named(acts[did as keyof typeof acts], { what: 'sentence' }, also)
  }
  const [, noun, act] = whole.exec(bare) ?? []
  if (noun !== undefined) return named(acts[act as keyof typeof acts], { what: whatOf(noun) })
  return regrouped(bare) ?? headed(bare)
}

function regrouped(reason: string): Reason | null {
  const named = (key: Key, values: Values = {}) => ({ key, values, words: '', also: null })
  const [, direction] = /^moved (up|down) from /u.exec(reason) ?? []
  if (direction !== undefined) return named(direction === 'up' ? 'change.movedUp' : 'change.movedDown')
  const [, one, into] = split.exec(reason) ?? []
  if (one !== undefined) return named('change.split', { what: whatOf(one), n: Number(into) })
  const [, of, many] = merged.exec(reason) ?? []
  if (many !== undefined) return named('change.merged', { what: whatOf(many), n: Number(of) })
  const [, between] = broken.exec(reason) ?? []
  if (between !== undefined) return named('change.break', { what: whatOf(between) })
  const [, was, is] = became.exec(reason) ?? []
  return was === undefined ? null : named('change.became', { what: whatOf(was), to: whatOf(is!) })
}

function headed(reason: string): Reason | null {
  const exact = Object.hasOwn(heads, reason) ? heads[reason] : undefined
  if (exact !== undefined) return { key: exact, values: {}, words: '', also: null }
  const colon = reason.indexOf(': ')
  const head = reason.slice(0, Math.max(0, colon))
  const key = Object.hasOwn(heads, head) ? heads[head] : undefined
  if (key === undefined) return null
  // What kinds of marks there are is told already.
  const words = key === 'change.typography' ? '' : reason.slice(colon + 2)
  return { key, values: {}, words: key === 'change.punctuation' ? cameOrWent(words) : words, also: null }
}

/** A mark alone came or went: `, removed`. */
function cameOrWent(words: string): string {
  const [, mark, did] = /^(\S+) (added|removed)$/u.exec(words) ?? []
  if (mark === undefined) return words
  return t(did === 'added' ? 'change.cameWord' : 'change.wentWord', { words: mark })
}

/** What one change is called; one that nothing is known of is a change of wording. */
export function reasonOf(reason: string): Reason {
  return readReason(reason) ?? { key: 'change.wording', values: {}, words: '', also: null }
}

export function reasonTitle({ key, values }: Reason): string {
  return t(key, values)
}
