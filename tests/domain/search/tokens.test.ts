import { describe, expect, test } from 'vitest'
import { searchTokens } from '../../../src/domain/search/tokens.ts'

const tokens = (text: string) => searchTokens(text).map(({ token }) => token)

test.each([
  ['The Council said NO', ['the', 'council', 'said', 'no']],
  ['minister’s', ['minister', 's']],
  ['ninety-five, follow-up', ['ninety', 'five', 'follow', 'up']],
  ['£2.4m in the U.S.', ['2', '4m', 'in', 'the', 'u', 's']],
  ['snake_case ann@x.org #tag AT&T', ['snake', 'case', 'ann', 'x', 'org', 'tag', 'at', 't']],
  ['https://example.org/a?b=1', ['https', 'example', 'org', 'a', 'b', '1']],
  ['Łódź, Ærø und Straße', ['lodz', 'aero', 'und', 'strasse']],
  ['ίδιος ΆΝΘΡΩΠΟΣ', ['ιδιοσ', 'ανθρωποσ']],
  ['Йод, ёлка, Україна', ['йод', 'елка', 'україна']],
  ['والمدرسة الأولى', ['والمدرسه', 'الاولي']],
  ['צה"ל — שָׁלוֹם', ['צה', 'ל', 'שלום']],
  ['प्रधानमंत्री की', ['प्रधानमंत्री', 'की']],
  ['বাংলা தமிழ் മലയാളം', ['বাংলা', 'தமிழ்', 'മലയാളം']],
  ['東京都は3月', ['東', '京', '都', 'は', '3', '月']],
  ['スーパー 佐々木 𠮷野家', ['ス', 'ー', 'パ', 'ー', '佐', '々', '木', '𠮷', '野', '家']],
  ['他说：“不行。”', ['他', '说', '不', '行']],
  ['그는 12명', ['그', '는', '12', '명']],
  ['ภาษาไทย ๒๕๖๗', ['ภ', 'า', 'ษ', 'า', 'ไ', 'ท', 'ย', '2567']],
  ['ที่น้ำ', ['ที่', 'น้ำ']],
  ['น\u0e4dาา', ['นำ', 'า']],
  ['ພາສາລາວ', ['ພ', 'າ', 'ສ', 'າ', 'ລ', 'າ', 'ວ']],
  ['ខ្មែរ', ['ខ្មែ', 'រ']],
  ['မြန်မာ', ['မြ', 'န်', 'မာ']],
  ['བོད་ཡིག', ['བོད', 'ཡིག']],
  ['COVID19ワクチン', ['covid19', 'ワ', 'ク', 'チ', 'ン']],
  ['①②③ x² ½ Ⅳ 𝐇𝐢', ['123', 'x2', '½', 'iv', 'hi']],
  ['ℹ️ 👨‍👩‍👧 🇬🇧 👍🏽 ❤️ © → €', []],
  ['', []],
  [' \t\r\n\u0000', []],
  ['\u0301\u0e33\ud800 \udc00', []]
])('%s', (text, expected) => {
  expect(tokens(text)).toEqual(expected)
})

describe('are found alike', () => {
  test.each([
    ['minister’s', "minister's"],
    ['Hawaiʻi', "Hawai'i"],
    ['café', 'CAFE\u0301'],
    ['coöperate', 'cooperate'],
    ['soft\u00adly', 'softly'],
    ['zero\u200bwidth\ufeff\u2060', 'zerowidth'],
    ['a\u200fb\u202ac', 'abc'],
    ['ﬁnance', 'finance'],
    ['ＨＥＡＤＬＩＮＥ　２０２４', 'headline 2024'],
    ['İSTANBUL Işık', 'istanbul ışık'],
    ['ışık', 'ISIK'],
    ['STRAẞE GROẞ', 'straße gross'],
    ['ΑΘΉΝΑ', 'Αθήνα'],
    ['ᾠδή', 'ωδη'],
    ['οδός', 'ΟΔΟΣ'],
    ['Ёж', 'еж'],
    ['за́мок', 'замок'],
    ['أحمد إلى آخر ٱلله', 'احمد الى اخر الله'],
    ['مُحَمَّد', 'محمد'],
    ['مـــحمد', 'محمد'],
    ['مدرسة على', 'مدرسه علي'],
    ['ﻣﺤﻤﺪ', 'محمد'],
    ['می‌خواهم کتاب', 'ميخواهم كتاب'],
    ['٣٤٥ ۳۴۵ ३४५ ３４５ ๓๔๕ 𝟑𝟒𝟓', '345 345 345 345 345 345'],
    ['בְּרֵאשִׁית', 'בראשית'],
    ['ﬡﬡ', 'אא'],
    ['क़लम', 'क\u093cलम'],
    ['र्‍य', 'र्य'],
    ['কো', 'ক\u09c7\u09be'],
    ['അവൻ', 'അവന്\u200d'],
    ['ﾊﾞｽ', 'バス'],
    ['が', 'か\u3099'],
    ['한글', '\u1112\u1161\u11ab\u1100\u1173\u11af'],
    ['令和', '\uf9a8和'],
    ['葛\u{e0100}飾', '葛飾'],
    ['ที่', 'ท\u0e48\u0e35'],
    ['น้ำ', 'น\u0e49\u0e4d\u0e32'],
    ['น้ำ', 'น\u0e4d\u0e49\u0e32'],
    ['ໜັງ', 'ຫນັງ'],
    ['ນ້ຳ', 'ນ\u0ec9\u0ecd\u0eb2']
  ])('%s and %s', (one, other) => {
    expect(tokens(one)).toEqual(tokens(other))
    expect(tokens(one)).not.toEqual([])
  })
})

describe('are not found alike', () => {
  test.each([
    ['й', 'и'],
    ['ї', 'і'],
    ['की', 'क'],
    ['কা', 'ক'],
    ['が', 'か'],
    ['น้ำ', 'น'],
    ['ひ', 'ヒ'],
    ['ك', 'ل'],
    ['½', '12'],
    ['resign', 're-sign']
  ])('%s and %s', (one, other) => {
    expect(tokens(one)).not.toEqual(tokens(other))
  })
})

test.each([
  ['It’s 1.5', ['It', 's', '1', '5']],
  ['\u200bZero\u00adwidth\u200b.', ['Zero\u00adwidth']],
  ['ﬁn STRAẞE', ['ﬁn', 'STRAẞE']],
  ['a≠b =\u0338c', ['a', 'b', 'c']],
  ['e\u0301te\u0301', ['e\u0301te\u0301']],
  ['𠮷か\u3099', ['𠮷', 'か\u3099']],
  ['👍🏽x', ['x']],
  ['น\u0e49\u0e4d\u0e32ใจ', ['น\u0e49\u0e4d\u0e32', 'ใ', 'จ']]
])('%s: where the tokens stand', (text, expected) => {
  expect(searchTokens(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected)
})
