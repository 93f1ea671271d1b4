import { isAttribution } from '../../../domain/edits/terms.ts'
import { vocabularyOf } from '../../../domain/edits/vocabulary.ts'

/** So far from its closing mark a quotation is told to be somebody's. */
const reach = 90
const closing = /["”’»」』]/u
/** After „ the mark that opens elsewhere closes. */
const closingLow = /[“”‘’]/u
const openingMark = /["“‘„«「『]/u
const name =
  /\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+(?:(?:de|del|von|van|der|da|di|al|bin|el|la|le)\s+){0,2}\p{Lu}[\p{L}\p{M}'’.-]*){0,3}/u

/**
 * Who says the words at a place of a text: a name beside a verb of saying, after the quotation or before it. Null where
 * there is none, or where the script does not tell names apart. For a title only: nothing is judged by it.
 */
export function speakerOf(text: string, at: number, lang: string | null): string | null {
  const begin = text
    .slice(0, at)
    .split('')
    .findLastIndex((mark) => openingMark.test(mark))
  const end = text.slice(at).search(/[„‚]/u.test(text[begin] ?? '') ? closingLow : closing)
  // A quotation that ends with a full stop ends the sentence: what follows tells of something else.
  const goesOn = end > 0 && text[at + end - 1] !== '.'
  const after = goesOn ? text.slice(at + end + 1, at + end + 1 + reach) : ''
  const found = speakerIn(sentenceStart(after), lang, 'after')
  if (found !== null || begin < 0) return found
  const before = text.slice(Math.max(0, begin - reach), begin)
  return speakerIn(before.slice(before.search(/[^.!?]*$/u)), lang, 'before')
}

/** Up to where the sentence ends, or the next quotation begins. */
function sentenceStart(text: string): string {
  const end = text.search(/(?<!\b\p{Lu})[.!?](?:\s|$)|["“„«]/u)
  return end < 0 ? text : text.slice(0, end)
}

/** `said Dilys Amberley, the council leader`, `Dilys Amberley said`. */
function speakerIn(part: string, lang: string | null, side: 'after' | 'before'): string | null {
  const vocabulary = vocabularyOf(lang)
  const verb = [...part.matchAll(/[\p{L}\p{M}'’]+/gu)].find(([word]) => isAttribution(word.toLowerCase(), vocabulary))
  if (verb === undefined) return null
  const rest = part.slice(verb.index + verb[0].length)
  const next = new RegExp(`^\\s+${name.source}`, 'u').exec(rest)?.[0].trim()
  const previous = new RegExp(`${name.source}[,\\s]*$`, 'u')
    .exec(part.slice(0, verb.index))?.[0]
    .replace(/[,\s]+$/u, '')
  return clean(side === 'after' ? (next ?? previous) : (previous ?? next))
}

function clean(found: string | undefined): string | null {
  const bare = found?.replace(/['’.-]+$/u, '') ?? ''
  return bare === '' ? null : bare
}
