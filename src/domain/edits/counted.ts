import { isFunctionWord } from '../diff/function-words.ts'
import { Cursor } from './cursor.ts'
import { isNumberWord } from './number-words.ts'
import type { NumberText } from './number-span.ts'
import { isAttribution } from './terms.ts'
import type { NamedUnit } from './units.ts'
import type { Vocabulary } from './vocabulary.ts'

const nounAfter =
  /[\s\u00a0-](?:of |de |d['\u2019])?(\p{L}[\p{L}\p{M}'\u2019-]{2,})|[\s\u00a0]?([人名個个件票頭隻匹台本枚軒棟戸家所座명개건곳표채]|คน|ราย|หลัง)/uy
const nounBefore = /(?<!\p{L})(\p{Ll}{3,}) (?:of|is|was|were|are) (?:about |around |nearly |almost |up to |some )?$/u
const nounBeforeMoney = /(?<!\p{L})(\p{Ll}{3,}) $/u
const notNouns = new Set(
  'after before since until during against between within without through while because about nearly almost around under roughly approximately least most only more than some over years\u2019 who whose where were being said there late early and the for from with was that this have had has are not but per other new overnight'.split(
    ' '
  )
)

/** What a number counts, or its unit; in English also what an amount is of: "a cost of £2.4m". */
export function counted(
  { text, vocabulary }: NumberText,
  { from, to }: { readonly from: number; readonly to: number },
  named: NamedUnit | null
): { noun: string | null; nounFollows: boolean } {
  if (named !== null && named.unit !== '%') return { noun: named.word, nounFollows: true }
  const found = new Cursor(text, to).take(nounAfter)
  const after = found?.[2] ?? found?.[1]
  if (after !== undefined && isNoun(after, vocabulary)) return { noun: after, nounFollows: true }
  const english = vocabulary.code === null || vocabulary.code === 'en'
  const before = english ? wordBefore(text, from) : undefined
  return { noun: before !== undefined && isNoun(before, vocabulary) ? before : null, nounFollows: false }
}

function wordBefore(text: string, from: number): string | undefined {
  const ahead = text.slice(Math.max(0, from - 40), from)
  const money = /\p{Sc}/u.test(text.slice(from, from + 3))
  return (nounBefore.exec(ahead) ?? (money ? nounBeforeMoney.exec(ahead) : null))?.[1]
}

/** In small letters, but for German, where every noun is written large. */
function isNoun(word: string, vocabulary: Vocabulary): boolean {
  const letters = vocabulary.code === 'de' ? /^[\p{L}\p{M}'\u2019-]+$/u : /^[\p{Ll}\p{Lo}\p{M}'\u2019-]+$/u
  if (!letters.test(word) || notNouns.has(word)) return false
  const lower = word.toLowerCase()
  if (word.length > 1 && isFunctionWord(lower)) return false
  return !isAttribution(lower, vocabulary) && !isNumberWord(lower, vocabulary)
}
