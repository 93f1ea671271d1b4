import { expect, test } from 'vitest'
import { redlineOf } from './redline.ts'

test.each([
  [
    'whole amounts',
    'It cost £2.4m, about 4.5% of it.',
    'It cost £3.1m, about 29.2% of it.',
    'It cost [-£2.4m-]{+£3.1m+}, about [-4.5%-]{+29.2%+} of it.'
  ],
  [
    'whole compounds',
    'It is ninety-five metres.',
    'It is ninety-nine metres.',
    'It is [-ninety-five-]{+ninety-nine+} metres.'
  ],
  [
    'a clause leaves the space plain',
    'Smith said it was over by then.',
    'Smith, who was in Lisbon, said it was over by then.',
    'Smith{+, who was in Lisbon,+} said it was over by then.'
  ],
  [
    'an insertion owns the space after it',
    'The plan was approved.',
    'The new plan was approved.',
    'The {+new +}plan was approved.'
  ],
  [
    'an insertion at the end, the space before it',
    'The plan was approved',
    'The plan was approved today',
    'The plan was approved{+ today+}'
  ],
  [
    'an inserted sentence',
    'One is here. Three is here.',
    'One is here. Two is here. Three is here.',
    'One is here. {+Two is here. +}Three is here.'
  ],
  [
    'changes with a short word between are one',
    'She won the race in May after a long wait.',
    'She lost the match in May after a long wait.',
    'She [-won the race-]{+lost the match+} in May after a long wait.'
  ],
  [
    'never across a bracket',
    'They met Ann (then 30) at the old town hall.',
    'They met Joan (now 30) at the old town hall.',
    'They met [-Ann-]{+Joan+} ([-then-]{+now+} 30) at the old town hall.'
  ],
  [
    'never across an opening quotation mark',
    'He called it “foolish talk” in the long debate.',
    'He said: “wise talk” in the long debate.',
    'He [-called it-]{+said:+} “[-foolish-]{+wise+} talk” in the long debate.'
  ],
  [
    'a new full stop',
    'The dog barked at the cat and the cat ran off.',
    'The dog barked at the cat. The cat ran off.',
    'The dog barked at the cat[- and-]{+.+} The cat ran off.'
  ],
  [
    'a sentence rewritten is shown whole',
    'It rained all day on the old stone quay. Nobody came to the fair on Sunday.',
    'It rained all day on the old stone quay. The organisers hope for better luck in spring.',
    'It rained all day on the old stone quay. [-Nobody came to the fair on Sunday.-]{+The organisers hope for better luck in spring.+}'
  ],
  [
    'titles do not end a sentence',
    'We met Dr. Ann Lee at noon.',
    'We met Dr. Joan Lee at noon.',
    'We met Dr. [-Ann-]{+Joan+} Lee at noon.'
  ],
  ['typography alone is not marked', 'The minister’s 1.5m', "The minister's 15m", "The minister's [-1.5m-]{+15m+}"],
  [
    'numbers changing places are one change',
    'The council voted 51 to 49 after a long debate.',
    'The council voted 49 to 51 after a long debate.',
    'The council voted [-51 to 49-]{+49 to 51+} after a long debate.'
  ],
  [
    'whole East Asian numbers',
    '改修費は2億4千万円と見込まれる。',
    '改修費は3億1千万円と見込まれる。',
    '改修費は[-2億4千万円-]{+3億1千万円+}と見込まれる。'
  ],
  ['Chinese words', '他说这是一个测试。', '他说这是一个实验。', '他说这是一个[-测试-]{+实验+}。'],
  ['Thai words', 'ภาษาไทยเป็นภาษาที่ยาก', 'ภาษาไทยเป็นภาษาที่ง่าย', 'ภาษาไทยเป็นภาษาที่[-ยาก-]{+ง่าย+}'],
  [
    'emoji families are whole',
    'All of the 👨‍👩‍👧 came home.',
    'All of the 👨‍👩‍👦 came home.',
    'All of the [-👨‍👩‍👧-]{+👨‍👩‍👦+} came home.'
  ]
])('%s', (_, before, after, expected) => {
  expect(redlineOf(before, after)).toBe(expected)
})
