import fc from 'fast-check'
import { blockKinds, type Block, type Content } from '../../src/domain/revision.ts'

/** Words of many scripts, with what tends to go wrong: numbers, quotes, emoji families, marks, hidden characters. */
export const wordsOf: Readonly<Record<string, readonly string[]>> = {
  en: 'the council said on Monday that 40 households of Quay Row — ninety-five £2.4m “will not” leave, minister’s (U.S.) 29.2% e\u0301te\u0301 10\u00a0000 soft\u00adly'.split(
    ' '
  ),
  de: 'der Bürgermeister sagte: „nein“, 1.250,50 € seien Straßen-Bau am 3. Mai 2024; 14:30 Uhr z.B. groß'.split(' '),
  ru: 'Премьер Иванов не приехал в город 12 мая; он сказал: «нет», но дом стоит.'.split(' '),
  el: 'Ο υπουργός δεν παραιτήθηκε χθες, είπε ο κ. Παππάς; ναι'.split(' '),
  ar: 'لم يذهب الرجل إلى المدينة، وقال: «نعم» في ٣ مايو ـ نَصٌّ مُشَكَّل'.split(' '),
  he: 'הוא אמר: ״לא״, צה"ל נכנס לעיר ב־3 במאי שָׁלוֹם'.split(' '),
  hi: 'प्रधानमंत्री ने कहा कि १२ लोग नहीं आए। क्‍षत्रिय र्‍य'.split(' '),
  bn: 'প্রধানমন্ত্রী বলেন যে ১২ জন আসেনি। ক্ষমতা র‍্যাব'.split(' '),
  ta: 'அமைச்சர் நேற்று 12 பேர் வரவில்லை என்று கூறினார். ஸ்ரீ'.split(' '),
  th: 'ภาษาไทย เป็นภาษา ที่ไม่ยาก 12 คน น้ำ'.split(' '),
  lo: 'ພາສາລາວ ບໍ່ຍາກ ລັດຖະບານ ກ່າວວ່າ 12 ຄົນ ນ້ຳ'.split(' '),
  km: 'ភាសាខ្មែរ មិនពិបាក រដ្ឋាភិបាល បាននិយាយថា ១២ នាក់'.split(' '),
  my: 'မြန်မာဘာသာ မခက်ပါ အစိုးရက ပြောသည် ၁၂ ယောက်'.split(' '),
  ko: '그는 어제 12명을 만났다. \u1112\u1161\u11ab글'.split(' '),
  ja: '東京都は、 昨日 「行かない」 と 話した。 か\u3099 3月 コンピューター 2億4千万円'.split(' '),
  zh: '他说 这是 一个 测试， 没有 人。 𠮷野家 12人 二〇二四年'.split(' '),
  emoji: '👨‍👩‍👧 👍🏽 🇬🇧🇫🇷 1️⃣ ❤️ a\u0308\u200db *** ... -- \r\n \u200f'.split(' ')
}
const langs = Object.keys(wordsOf)
/** Between words; some scripts have no space there. */
const space = (lang: string) => (/^(?:ja|zh|th|lo|km|my)$/.test(lang) ? '' : ' ')

const sentence = (lang: string) =>
  fc.array(fc.constantFrom(...wordsOf[lang]!), { minLength: 1, maxLength: 14 }).map((list) => list.join(space(lang)))
const text = (lang: string) => fc.array(sentence(lang), { minLength: 1, maxLength: 3 }).map((list) => list.join('. '))
const blockOf = (lang: string): fc.Arbitrary<Block> =>
  fc.record({ kind: fc.constantFrom(...blockKinds, 'paragraph' as const, 'paragraph' as const), text: text(lang) })
const repeated: fc.Arbitrary<Block> = fc.constantFrom<Block>(
  { kind: 'paragraph', text: 'Advertisement' },
  { kind: 'paragraph', text: '* * *' },
  { kind: 'paragraph', text: '' }
)

type Step = (blocks: readonly Block[]) => readonly Block[]
type BlockEdit = (block: Block) => readonly Block[]

const place = fc.nat({ max: 1_000 })
const wordSegmenter = new Intl.Segmenter('und', { granularity: 'word' })

const retyped: BlockEdit = (block) => [
  {
    ...block,
    text: block.text
      .replace(/[“”«»]/g, '"')
      .replaceAll('’', "'")
      .replaceAll('—', '-')
      .normalize('NFC')
  }
]

/** Puts `words` in the stead of one word, if `instead`, or before it. */
const reworded =
  (pick: number, words: string, instead: boolean): BlockEdit =>
  (block) => {
    const parts = [...wordSegmenter.segment(block.text)].map(({ segment }) => segment)
    return [{ ...block, text: parts.toSpliced(pick % Math.max(1, parts.length), instead ? 1 : 0, words).join('') }]
  }

const splitAtSpace =
  (pick: number): BlockEdit =>
  (block) => {
    const cut = block.text.indexOf(' ', pick % Math.max(1, block.text.length))
    if (cut < 0) return [block]
    const [first, second] = [block.text.slice(0, cut), block.text.slice(cut + 1)]
    return [
      { ...block, text: first },
      { ...block, text: second }
    ]
  }

const atBlock =
  (at: number, edit: BlockEdit): Step =>
  (blocks) =>
    blocks.flatMap((block, index) => (index === at % blocks.length ? edit(block) : [block]))

const moved =
  (from: number, to: number): Step =>
  (blocks) => {
    const index = from % Math.max(1, blocks.length)
    const rest = blocks.toSpliced(index, 1)
    return blocks.length === 0 ? [] : rest.toSpliced(to % (rest.length + 1), 0, blocks[index]!)
  }

const inserted =
  (at: number, block: Block): Step =>
  (blocks) =>
    blocks.toSpliced(at % (blocks.length + 1), 0, block)

const merged =
  (at: number, between: string): Step =>
  (blocks) => {
    const index = at % Math.max(1, blocks.length - 1)
    const [one, other] = [blocks[index], blocks[index + 1]]
    if (one === undefined || other === undefined) return blocks
    return blocks.toSpliced(index, 2, { ...one, text: one.text + between + other.text })
  }

/** Another text altogether, in any language, long enough to be known for one. */
const replaced: fc.Arbitrary<Step> = fc
  .constantFrom(...langs)
  .chain((lang) => fc.array(text(lang), { minLength: 6, maxLength: 9 }))
  .map((texts) => () => texts.map((text) => ({ kind: 'paragraph', text: Array(4).fill(text).join(' ') })))

/** What editors do to an article, one step at a time. */
function step(lang: string): fc.Arbitrary<Step> {
  const word = fc.constantFrom(...wordsOf[lang]!, '').map((one) => (one === '' ? '' : one + space(lang)))
  const reword = fc
    .tuple(place, place, word, fc.boolean())
    .map(([at, pick, words, instead]) => atBlock(at, reworded(pick, words, instead)))
  const rewrite = fc
    .tuple(place, place, sentence(lang))
    .map(([at, pick, words]) => atBlock(at, reworded(pick, words, true)))
  return fc.oneof(
    { weight: 3, arbitrary: reword },
    rewrite,
    fc.tuple(place, fc.oneof(blockOf(lang), repeated)).map(([at, block]) => inserted(at, block)),
    place.map((at) => atBlock(at, () => [])),
    fc.tuple(place, place).map(([from, to]) => moved(from, to)),
    fc.tuple(place, place).map(([at, pick]) => atBlock(at, splitAtSpace(pick))),
    place.map((at) => merged(at, space(lang))),
    place.map((at) => atBlock(at, retyped))
  )
}

/** A revision and what editors made of it. */
export interface EditedPair {
  readonly lang: string | null
  readonly older: Content
  readonly newer: Content
}

/** Revisions in one of the languages, of up to nine blocks, with up to six things done to them, or another text in their place. */
export function editedPair(among: readonly string[] = langs): fc.Arbitrary<EditedPair> {
  return fc.constantFrom(...among).chain((lang) =>
    fc
      .tuple(
        fc.array(fc.oneof({ weight: 4, arbitrary: blockOf(lang) }, repeated), { maxLength: 9 }),
        fc.oneof(
          { weight: 12, arbitrary: fc.array(step(lang), { maxLength: 6 }) },
          replaced.map((one) => [one])
        )
      )
      .map(([blocks, steps]) => ({
        lang: lang === 'emoji' ? null : lang,
        older: { claims: [], blocks },
        newer: { claims: [], blocks: steps.reduce<readonly Block[]>((current, edit) => edit(current), blocks) }
      }))
  )
}
