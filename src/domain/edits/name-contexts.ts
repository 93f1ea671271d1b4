import type { Setting } from './finding.ts'
import { isAttribution } from './terms.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A name in a text, from one character to another. */
export interface NameSpan {
  readonly from: number
  readonly to: number
  readonly text: string
}

const han = '[\\p{Script=Han}々]'
const kana = '[\\p{Script=Katakana}ー]'
const surname =
  '[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鐘谭譚陆陸汪范金石廖贾賈夏韦韋方白邹鄒孟熊秦邱江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴武戴莫孔汤湯]'
/** Small words that follow a name as often as a second name does. */
const noNames =
  'برای|از|به|در|که|را|با|تا|إن|أن|في|من|على|إلى|عن|مع|عند|עבור|על|של|את|עם|אל|כי|ने|को|का|के|की|से|में|पर|है|था'
/** Arabic words with the article are no names by themselves; Hebrew ones neither. */
const bareWord = `(?!ال|ה|(?:${noNames})(?!\\p{L}))\\p{L}[\\p{L}\\p{M}]+`

/** What only one language has. The name is the first group. */
const special: Readonly<Record<string, readonly string[]>> = {
  ja: [`(${kana}{1,15}(?:[・＝]${kana}{1,15})+)`, `(${han}{2,3})(?=[県市町村])(?<![都城])`],
  zh: [
    `(${han}{1,8}(?:[·・]${han}{1,8})+)`,
    `(${surname}${han}{1,2})(?=表示|称|稱|说|說|指出|宣布|宣佈|强调|強調|承认|承認|警告|认为|認為|证实|證實|告诉|告訴|回应|回應|[，。、]|[（(])`,
    `(${han}{2,3})(?<![城超股都门])(?=市|省|县|縣|镇|鎮)`
  ],
  ko: [
    '(?<![가-힣])([김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용][가-힣]{2})(?=(?:은|는|이|가|을|를|의|에게|도)?[\\s,.(]) ?(?=[가-힣]*(?:말했|밝혔|전했|주장))'
  ],
  hi: [
    '(?<![\\p{L}\\p{M}])((?!पुलिस|गवाह|सरकार|अदालत|मंत्रालय|\\p{L}+ों)\\p{L}[\\p{L}\\p{M}]+(?: \\p{L}[\\p{L}\\p{M}]+)?) ने (?=कहा|बताया)'
  ],
  th: [
    '(?:นาย(?!ก)|นางสาว|นาง|ดร\\.|คุณ) ?([\\u0e00-\\u0e7f]{2,20}(?: (?!เพื่อ|ที่|และ|จาก|ใน|กล่าว|ว่า|เมื่อ|ซึ่ง|เป็น)[\\u0e00-\\u0e7f]{2,15})?)'
  ],
  ar: [`(?<!\\p{L})(?:قال|قالت|أعلن|أعلنت|صرح|صرحت|أكد|أكدت|أضاف|أضافت) (${bareWord}(?: ${bareWord})?)`],
  he: [`(?<!\\p{L})(?:אמר|אמרה|מסר|מסרה|הודיע|הודיעה|לדברי) (${bareWord}(?: ${bareWord})?)`]
}

const unspaced = new Set(['ja', 'zh'])
const uncased = new Set(['ja', 'zh', 'ko', 'th', 'hi', 'ar', 'fa', 'he'])
const patterns = new Map<string, readonly RegExp[]>()

/** The names of a text whose script has no capitals: by a title or honorific beside them, or by being known as one elsewhere. */
export function titledNames(text: string, setting: Setting): NameSpan[] {
  const vocabulary = setting.words()
  if (!uncased.has(vocabulary.code ?? '')) return []
  return [...contextNames(text, vocabulary), ...knownNames(text, setting.titledNames())].sort(
    (one, other) => one.from - other.from
  )
}

/** Names that stand beside a title in this very text. */
export function contextNames(text: string, vocabulary: Vocabulary): NameSpan[] {
  const spans = patternsOf(vocabulary).flatMap((pattern) => [...text.matchAll(pattern)])
  return spans.flatMap((found) => {
    const name = found[1]
    if (name === undefined || isTitle(name, vocabulary)) return []
    const from = found.index + found[0].indexOf(name)
    return [{ from, to: from + name.length, text: name }]
  })
}

function isTitle(name: string, vocabulary: Vocabulary): boolean {
  return vocabulary.beforeName.has(name) || vocabulary.afterName.has(name) || isAttribution(name, vocabulary)
}

function knownNames(text: string, names: readonly string[]): NameSpan[] {
  return names.flatMap((name) => {
    const from = text.indexOf(name)
    return from < 0 ? [] : [{ from, to: from + name.length, text: name }]
  })
}

function patternsOf(vocabulary: Vocabulary): readonly RegExp[] {
  const code = vocabulary.code ?? ''
  const known = patterns.get(code) ?? [...titlePatterns(vocabulary), ...(special[code] ?? [])].map(toPattern)
  patterns.set(code, known)
  return known
}

function toPattern(source: string): RegExp {
  return new RegExp(source, 'gu')
}

/** Up to two words after a title; before one, a word, or in Chinese and Japanese a few characters. */
function titlePatterns({ code, beforeName, afterName }: Vocabulary): string[] {
  const list = (words: ReadonlySet<string>) => [...words].map((word) => word.replaceAll('.', '\\.')).join('|')
  if (code === 'th') return []
  if (unspaced.has(code ?? '')) {
    const name = code === 'zh' ? `${surname}${han}{0,2}?` : `(?:${han}{1,4}|${kana}{2,12}(?:・${kana}{1,15})*)`
    const before = code === 'zh' ? [`(?:${list(beforeName)})(${surname}${han}{1,2})`] : []
    return [`(${name})(?=${list(afterName)})`, ...before]
  }
  const word = '\\p{L}[\\p{L}\\p{M}\\u200c]+'
  const before = `(?<!\\p{L})(?:${list(beforeName)}) (${word}(?: ${bareWord})?)`
  const after = `(?<![\\p{L}\\p{M}])(${word}) (?:${list(afterName)})(?!\\p{L})`
  return [...(beforeName.size > 0 ? [before] : []), ...(afterName.size > 0 ? [after] : [])]
}
