import { counted } from './counted.ts'
import { eastAsianValue, isNumberWord, valueOf } from './number-words.ts'
import type { NumberSpan, NumberText, Word } from './number-span.ts'
import { eastAsianUnit, unitAt } from './units.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Numbers in words: the longest row of them, with `and` between. */
export function wordSpans(source: NumberText, words: readonly Word[]): NumberSpan[] {
  const spans: NumberSpan[] = []
  for (let at = 0; at < words.length; at++) {
    const end = wordsEnd(source, words, at)
    if (end === at) continue
    spans.push(spanOfWords(source, words.slice(at, end)))
    at = end - 1
  }
  return spans
}

function wordsEnd(source: NumberText, words: readonly Word[], from: number): number {
  const { vocabulary } = source
  const counts = (at: number) => words[at] !== undefined && isNumberWord(words[at].key, vocabulary)
  if (vocabulary.ordinals.has(words[from]!.key) && !isUnitOfTime(words, from, vocabulary)) return from + 1
  if (!counts(from)) return from
  const follows = (at: number) => isClose(source, words, at) && counts(at)
  let to = from + 1
  for (;;) {
    if (follows(to)) to++
    else if (isJoiner(source, words, to) && follows(to + 1) && joins(words, to, vocabulary)) to += 2
    else return to
  }
}

function isClose({ text }: NumberText, words: readonly Word[], at: number): boolean {
  const word = words[at]
  return word !== undefined && /^[\s\u00a0-]?$/u.test(text.slice(words[at - 1]!.to, word.from))
}

function isJoiner(source: NumberText, words: readonly Word[], at: number): boolean {
  return isClose(source, words, at) && source.vocabulary.joiners.has(words[at]!.key)
}

/** Two hundred and six, treinta y uno; but not five and six. */
function joins(words: readonly Word[], at: number, vocabulary: Vocabulary): boolean {
  const before = valueOf([words[at - 1]!.key], vocabulary) ?? 0
  const after = valueOf([words[at + 1]!.key], vocabulary) ?? 0
  return after < before && before >= 20
}

/** One second, a second: not the place after the first. */
function isUnitOfTime(words: readonly Word[], at: number, vocabulary: Vocabulary): boolean {
  const before = words[at - 1]?.key
  return words[at]!.key === 'second' && before !== undefined && isNumberWord(before, vocabulary)
}

/** Numbers in words from thirteen to a thousand are shown in digits, as headlines write them. */
function spanOfWords(source: NumberText, words: readonly Word[]): NumberSpan {
  const { text, vocabulary } = source
  const [from, end] = [words[0]!.from, words.at(-1)!.to]
  const keys = words.map(({ key }) => key)
  const place = vocabulary.ordinals.get(keys[0]!)
  const value = place === undefined ? valueOf(keys, vocabulary) : null
  const named = place === undefined ? unitAt(text, end, vocabulary) : null
  const unit = place === undefined ? (named?.unit ?? null) : 'ordinal'
  const shown = text.slice(from, end)
  return {
    from,
    to: named?.to ?? end,
    text: value !== null && value > 12 && value < 1_000 ? String(value) : shown,
    whole: text.slice(from, named?.to ?? end),
    amount: `${place ?? value ?? shown} ${unit ?? ''}`,
    unit,
    type: 'figure',
    inDigits: false,
    ...counted(source, { from, to: end }, named)
  }
}

/** In Han characters only before what is counted, as they are parts of many words; the same for Korean ones. */
const eastAsianNumber =
  /百分之([〇零一二三四五六七八九十百千两兩\d]+)|[〇一二三四五六七八九十百\d]+分[の之][〇一二三四五六七八九十百\d]+|\d+분의 ?\d+|[〇零一二三四五六七八九十百千万萬億亿兆两兩]+(?=[人名個个件年月日円元時时點点岁歲歳倍割回票度次位家天分亿億カかヶ週周秒台棟戸頭匹本枚冊軒世号號小歩條条成种種项項層层所座栋栋间間])|(?<=[^\p{L}])[일이삼사오육칠팔구십백천만억]*[십백천만억][일이삼사오육칠팔구십백천만억]*(?=\s?(?:명|원|개|년|월|일|시간|대|건|곳|퍼센트))/gu

export function eastAsianSpans(source: NumberText): NumberSpan[] {
  const { text } = source
  if (!/[\p{Script=Han}\p{Script=Hangul}]/u.test(text)) return []
  return [...text.matchAll(eastAsianNumber)].map((found) => {
    const [from, to] = [found.index, found.index + found[0].length]
    const amount = String(eastAsianValue(found[1] ?? found[0]) ?? found[0])
    const unit = found[1] === undefined ? eastAsianUnit(text.slice(to, to + 4)) : '%'
    return {
      from,
      to,
      text: found[0],
      whole: found[0],
      unit,
      amount: `${amount} ${unit ?? ''}`,
      type: 'figure',
      inDigits: false,
      ...counted(source, { from, to }, null)
    }
  })
}
