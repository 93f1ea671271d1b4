import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare } from '../../src/domain/diff/compare.ts'
import { cutGraphemes, cutNumbers, cutWords } from './cuts.ts'
import { editedPair, wordsOf } from './editing.ts'
import { redlineOf } from './redline.ts'

test.each([
  ['Latin', 'en', 'It cost £2.4m in all.', 'It cost £3.1m in all.', 'It cost [-£2.4m-]{+£3.1m+} in all.'],
  ['a grouped number', 'en', 'Some 1,200 came.', 'Some 1,250 came.', 'Some [-1,200-]{+1,250+} came.'],
  ['a time', 'en', 'They met at 9.30am.', 'They met at 9.45am.', 'They met at [-9.30am-]{+9.45am+}.'],
  ['a percentage', 'en', 'It rose 4.5% again.', 'It rose 4.75% again.', 'It rose [-4.5%-]{+4.75%+} again.'],
  ['a point', 'en', 'All 1.5m people', 'All 15m people', 'All [-1.5m-]{+15m+} people'],
  [
    'a hyphen compound',
    'en',
    'He is ninety-five now.',
    'He is ninety-nine now.',
    'He is [-ninety-five-]{+ninety-nine+} now.'
  ],
  ['a date', 'en', 'Due on 2024-05-03.', 'Due on 2024-05-04.', 'Due on [-2024-05-03-]{+2024-05-04+}.'],
  ['a date with slashes', 'en', 'Due on 03/05/2024.', 'Due on 03/06/2024.', 'Due on [-03/05/2024-]{+03/06/2024+}.'],
  ['a range', 'en', 'He led in 2010–2015.', 'He led in 2010–2016.', 'He led in [-2010–2015-]{+2010–2016+}.'],
  ['a sign', 'en', 'It fell to -5C there.', 'It fell to -15C there.', 'It fell to [--5C-]{+-15C+} there.'],
  ['an ordinal', 'en', 'The 1st of many.', 'The 2nd of many.', 'The [-1st-]{+2nd+} of many.'],
  ['an apostrophe', 'en', 'We know John’s plan.', 'We know Joan’s plan.', 'We know [-John’s-]{+Joan’s+} plan.'],
  [
    'an address',
    'en',
    'See https://x.org/a?b=1 now.',
    'See https://x.org/a?b=2 now.',
    'See [-https://x.org/a?b=1-]{+https://x.org/a?b=2+} now.'
  ],
  [
    'a soft hyphen',
    'en',
    'A soft\u00adly lit room.',
    'A soft\u00adened lit room.',
    'A [-soft\u00adly-]{+soft\u00adened+} lit room.'
  ],
  ['a combining mark', 'en', 'Two cafe\u0301s open.', 'Two cafes open.', 'Two [-cafe\u0301s-]{+cafes+} open.'],
  [
    'German money',
    'de',
    'Es kostet 1.250,50 € jetzt.',
    'Es kostet 1.350,50 € jetzt.',
    'Es kostet [-1.250,50 €-]{+1.350,50 €+} jetzt.'
  ],
  [
    'French numbers',
    'fr',
    'Ils sont 10\u00a0000, soit 5 %.',
    'Ils sont 12\u00a0000, soit 5 %.',
    'Ils sont [-10\u00a0000-]{+12\u00a0000+}, soit 5 %.'
  ],
  ['Vietnamese', 'vi', 'Họ không đến Hà Nội.', 'Họ đã đến Hà Nội.', 'Họ [-không-]{+đã+} đến Hà Nội.'],
  [
    'Cyrillic',
    'ru',
    'Он из юго-востока страны.',
    'Он из юго-запада страны.',
    'Он из [-юго-востока-]{+юго-запада+} страны.'
  ],
  ['Greek', 'el', 'Ο κ. Παππάς είπε όχι χθες.', 'Ο κ. Παππάς είπε ναι χθες.', 'Ο κ. Παππάς είπε [-όχι-]{+ναι+} χθες.'],
  ['Arabic', 'ar', 'غادرت ٤٠ أسرة المدينة.', 'غادرت ٦٠ أسرة المدينة.', 'غادرت [-٤٠-]{+٦٠+} أسرة المدينة.'],
  ['Arabic vowels', 'ar', 'كَتَبَ الوَلَدُ الدَّرْسَ', 'كُتِبَ الوَلَدُ الدَّرْسَ', '[-كَتَبَ-]{+كُتِبَ+} الوَلَدُ الدَّرْسَ'],
  ['Hebrew', 'he', 'בן־גוריון אמר שלום.', 'בן־צבי אמר שלום.', '[-בן־גוריון-]{+בן־צבי+} אמר שלום.'],
  ['Devanagari', 'hi', 'क्षत्रिय राजा की कहानी', 'क्षेत्रीय राजा की कहानी', '[-क्षत्रिय-]{+क्षेत्रीय+} राजा की कहानी'],
  ['Bengali', 'bn', 'মন্ত্রী বলেন ১২ জন আসেনি।', 'মন্ত্রী বলেন ২২ জন আসেনি।', 'মন্ত্রী বলেন [-১২-]{+২২+} জন আসেনি।'],
  ['Tamil', 'ta', 'அமைச்சர் நேற்று வரவில்லை.', 'அமைச்சர் இன்று வரவில்லை.', 'அமைச்சர் [-நேற்று-]{+இன்று+} வரவில்லை.'],
  ['Thai', 'th', 'เขาไม่ไปโรงเรียน', 'เขาไปโรงเรียน', 'เขา[-ไม่-]ไปโรงเรียน'],
  ['Lao', 'lo', 'ລັດຖະບານກ່າວວ່າບໍ່ມີເງິນ', 'ລັດຖະບານກ່າວວ່າມີເງິນ', 'ລັດຖະບານກ່າວວ່າ[-ບໍ່ມີ-]{+ມີ+}ເງິນ'],
  ['Khmer', 'km', 'រដ្ឋាភិបាលបាននិយាយថាមិនមានលុយ', 'រដ្ឋាភិបាលបាននិយាយថាមានលុយ', 'រដ្ឋាភិបាលបាននិយាយថា[-មិន-]មានលុយ'],
  ['Hangul', 'ko', '그는 어제 12명을 만났다.', '그는 어제 15명을 만났다.', '그는 어제 [-12명을-]{+15명을+} 만났다.'],
  [
    'Japanese',
    'ja',
    '彼は「行かない」と話した。',
    '彼は「行きたい」と話した。',
    '彼は「[-行かない-]{+行きたい+}」と話した。'
  ],
  ['Chinese', 'zh', '中国政府昨天表示同意。', '中国政府今天表示同意。', '中国政府[-昨天-]{+今天+}表示同意。'],
  ['Georgian', 'ka', 'პრემიერი არ წავიდა.', 'პრემიერი უკვე წავიდა.', 'პრემიერი [-არ-]{+უკვე+} წავიდა.'],
  ['Armenian', 'hy', 'Վարչապետը չեկավ։', 'Վարչապետը եկավ։', 'Վարչապետը [-չեկավ-]{+եկավ+}։'],
  ['Ethiopic', 'am', 'ጠቅላይ ሚኒስትሩ አልመጡም።', 'ጠቅላይ ሚኒስትሩ መጡ።', 'ጠቅላይ ሚኒስትሩ [-አልመጡም-]{+መጡ+}።'],
  ['emoji families', 'en', 'A family 👨‍👩‍👧 came today.', 'A family 👨‍👩‍👦 came today.', 'A family [-👨‍👩‍👧-]{+👨‍👩‍👦+} came today.'],
  ['flags', 'en', 'Flags 🇬🇧🇫🇷 fly here.', 'Flags 🇬🇧🇩🇪 fly here.', 'Flags 🇬🇧[-🇫🇷-]{+🇩🇪+} fly here.']
])('%s: a change is of whole words', (_, lang, before, after, expected) => {
  expect(redlineOf(before, after, lang)).toBe(expected)
})

test.each(Object.keys(wordsOf))('%s: random edits cut no word, number or grapheme', (lang) => {
  fc.assert(
    fc.property(editedPair([lang]), ({ older, newer, lang }) => {
      const comparison = compare(older, newer, { lang })
      const cuts = [...cutWords(comparison), ...cutNumbers(comparison), ...cutGraphemes(comparison)]
      expect(cuts).toEqual([])
    }),
    { numRuns: 200 }
  )
})
