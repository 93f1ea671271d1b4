import type { Token } from '../diff/tokens.ts'
import type { Side, Sides } from './sides.ts'
import { cameOrWent, type Sign } from './sign.ts'
import { isMisspelling } from './spelling.ts'
import { isAttribution, tellingTerms } from './terms.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Another verb of saying, or another speaker beside the same one. */
export function attributionSign(sides: Sides): Sign | null {
  const find = ({ terms }: Side) => [...terms.attribution, ...terms.source]
  return cameOrWent('attribution', find(sides.older), find(sides.newer)) ?? speakerSign(sides)
}

/** A hedge that came or went. */
export function hedgeSign({ older, newer }: Sides): Sign | null {
  return cameOrWent('hedge', older.terms.hedge, newer.terms.hedge)
}

/** police said → witnesses said; according to A → according to B. */
function speakerSign({ older, newer, setting }: Sides): Sign | null {
  if (older.words.length === 0 || newer.words.length === 0) return null
  if (older.words.length === 1 && newer.words.length === 1 && isMisspelling(older.words[0]!, newer.words[0]!))
    return null
  if (older.words.length > mostWords || newer.words.length > mostWords || older.quoted || newer.quoted) return null
  if (!namesSpeaker(older, setting.words()) || !namesSpeaker(newer, setting.words())) return null
  return { kind: 'attribution', reason: `attribution: ${older.text} → ${newer.text}` }
}

const mostWords = 5
const nearSource = 2

/** A verb of saying right after, or turned round before ("…", said X); or words like `according to` shortly before. */
function namesSpeaker({ reading, from, to }: Side, vocabulary: Vocabulary): boolean {
  const { items } = reading.passage
  const says = (token: Token | undefined) => token?.kind === 'word' && isVerb(token.key, vocabulary)
  if (says(items[to]) || (items[to]?.key === 'ने' && says(items[to + 1]))) return true
  const before = items[from - 2]
  if (says(items[from - 1]) && (before === undefined || before.kind === 'mark')) return true
  const after = reading.text.slice(reading.starts[to], reading.starts[to]! + 20)
  return (
    leadsToSource(items.slice(Math.max(0, from - 1 - nearSource), from), vocabulary) || followsSource(after, vocabulary)
  )
}

function isVerb(key: string, vocabulary: Vocabulary): boolean {
  const word = key.toLowerCase()
  return (
    isAttribution(word, vocabulary) ||
    vocabulary.terms.parts.some(({ kind, text }) => kind === 'attribution' && word.startsWith(text))
  )
}

/** From the last mark on, as what stands before a comma leads elsewhere. */
function leadsToSource(before: readonly Token[], vocabulary: Vocabulary): boolean {
  const start = before.findLastIndex(({ kind }) => kind === 'mark') + 1
  const words = before.slice(start).map(({ key }) => key.toLowerCase())
  return words.length > 0 && tellingTerms(words, vocabulary).source.some((word) => word !== 'sources')
}

/** In Turkish, Korean, Japanese and Hindi `according to` follows the source; in German it may. */
function followsSource(after: string, vocabulary: Vocabulary): boolean {
  const { code, terms } = vocabulary
  if (!/^(?:tr|ko|ja|hi|de)$/.test(code ?? '')) return false
  const words = after
    .trim()
    .toLowerCase()
    .split(/\s+/u, code === 'hi' ? 2 : 1)
  const isSource = (word: string) => word !== 'laut' && (terms.words.get(word)?.includes('source') ?? false)
  if (words.some((word) => isSource(word.replace(/[,.;]$/, '')))) return true
  return terms.parts.some(({ kind, text }) => kind === 'source' && after.startsWith(text))
}
