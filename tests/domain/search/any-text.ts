import fc from 'fast-check'

/** What tends to go wrong, of many scripts, in any order: marks on their own, what is not seen, quotes and operators. */
const pieces =
  'The council’s U.S. £2.4m ninety-five e\u0301te\u0301 é ß ẞ İ ı I ﬁ ŉ Ǆ ½ ² Ⅳ ① ⑴ № ª µ ſ K Å ø · ŀl й и\u0306 ё е\u0308 ї Ѹ \u0483 ς Σ ϐ ᾳ \u0345 ΐ أ ا\u0654 آ ٱ ة ى ی ک ۀ \u064b \u0670 ـ ﷺ ﻼ ﹰ ٣ ۳ ש\u05c1\u05b8 ﭏ צה"ל क्षि क़ क\u093c ९ র্‍য ড় ொ ெ\u0bbe ൻ ന്\u200d น้ำ น\u0e49\u0e4d\u0e32 ท\u0e48\u0e35 ำ ํ า ้ ๎ ๓ ໜ ຫນ ຫມ ນ\u0ecd\u0ec9\u0eb2 ខ្មែរ ្ ស្\u200bត ကျွန်ုပ် \u1039 က\u1039ခ བོད་ 東京 々 〇 ㊀ ㋿ ー ｶﾞ ﾞ か\u3099 ヿ ゟ 한 \u1112\u1161\u11ab \u1100 \u1161 \u11a8 ㄱ ㅏ ﾡ \u115f 𠮷 \uf9a8 葛\u{e0100} 👨‍👩‍👧 🇬🇧 1️⃣ ❤️ ℹ️ \u00ad \u200b \u200d \u200f \u2060 \ufeff \ufe0f \u034f \ud800 \udc00 \ue000 \u{100000} 𝐇 \u{16d40} ≠ =\u0338 " “ ” „ « » 「 」 * removed: current: headline: added: AND OR NOT NEAR( ) ^ { } + - : \u0000 \r\n'.split(
    ' '
  )

/** Texts of many scripts, hidden characters and fragments; some of any code units at all. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.constant(' '), fc.string({ unit: 'binary', maxLength: 3 })), {
    maxLength: 24
  })
  .map((parts) => parts.join(''))
