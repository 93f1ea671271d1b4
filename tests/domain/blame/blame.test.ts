import { describe, expect, test } from 'vitest'
import { blame } from '../../../src/domain/blame/blame.ts'
import { revisionOf, toldOf } from './history.ts'

const council = 'The council met on Monday evening to discuss the harbour wall.'
const work = 'Work on the wall will begin in spring and cost £40 million.'
const row = 'Residents of Quay Row have waited for three years.'
const mayor = 'The mayor said she regretted the long delay.'
const storm = 'A heavy storm hit the coast last night and two boats sank.'

interface Example {
  readonly name: string
  readonly versions: readonly (readonly string[])[]
  /** The last version: each passage after the versions that hold it. */
  readonly told: readonly string[]
}

const small: readonly Example[] = [
  { name: 'an untouched paragraph', versions: [[council], [council]], told: [`(1-2)${council}`] },
  {
    name: 'a sentence at the end',
    versions: [[council], [`${council} ${work}`]],
    told: [`(1-2)${council} (2)${work}`]
  },
  {
    name: 'an edited figure',
    versions: [[work], [work.replace('40', '60')]],
    told: ['(1-2)Work on the wall will begin in spring and cost (2)£60 (1-2)million.']
  },
  {
    name: 'misspellings put right',
    versions: [
      ['The councel met on Mondya to disscuss the harbour.'],
      ['The council met on Monday to discuss the harbour.']
    ],
    told: ['(1-2)The council met on Monday to discuss the harbour.']
  },
  {
    name: 'a missing space, a hyphen, an accent, a capital',
    versions: [
      ['There were alot of people at the re-opened cafe in the north on Monday.'],
      ['There were a lot of people at the reopened café in the North on Monday.']
    ],
    told: ['(1-2)There were a lot of people at the reopened café in the North on Monday.']
  },
  {
    name: 'a negation is no misspelling',
    versions: [['The report had nothing new to say.'], ['The report had noting new to say.']],
    told: ['(1-2)The report had (2)noting (1-2)new to say.']
  },
  {
    name: 'another figure is no misspelling',
    versions: [['The wall in the harbour will cost 1.5 million.'], ['The wall in the harbour will cost 15 million.']],
    told: ['(1-2)The wall in the harbour will cost (2)15 (1-2)million.']
  },
  {
    name: 'small corrections one after another do not lead to another word',
    versions: [
      ['It was calibrated in the old harbour.'],
      ['It was celebrated in the old harbour.'],
      ['It was cerebrated in the old harbour.']
    ],
    told: ['(1-3)It was (3)cerebrated (1-3)in the old harbour.']
  },
  {
    name: 'two words that came at different times do not become one',
    versions: [
      ['The town has one news stand in the old harbour.'],
      ['The town has one news paper stand in the old harbour.'],
      ['The town has one newspaper stand in the old harbour.']
    ],
    told: ['(1-3)The town has one (3)newspaper (1-3)stand in the old harbour.']
  },
  {
    name: 'typography and punctuation alone',
    versions: [['“It’s over,” he said – finally\u00a0so.'], ['"It\'s over", he said; finally so!']],
    told: ['(1-2)"It\'s over", he said; finally so!']
  },
  {
    name: 'a word goes and comes with what opens before it',
    versions: [
      ['He said it was over and nobody would pay for it. 市长说这个计划可行。'],
      ['He said (late) it was over and nobody would "ever" pay for it. 市长说这个计划「非常」可行。']
    ],
    told: [
      '(1-2)He said (2)(late) (1-2)it was over and nobody would (2)"ever" (1-2)pay for it. 市长说这个计划(2)「非常」(1-2)可行。'
    ]
  },
  {
    name: 'an ordinary word that new words share by chance',
    versions: [
      ['The old mayor of the town said nothing about the cost of the wall to those who live there.'],
      ['Three angry councillors said plenty about the cost of the wall to those who live there.']
    ],
    told: ['(2)Three angry councillors said plenty (1-2)about the cost of the wall to those who live there.']
  },
  {
    name: 'a new sentence of as many words',
    versions: [[`${council} The mayor opened the bridge.`], [`${council} The storm closed many schools.`]],
    told: [`(1-2)${council} (2)The storm closed many schools.`]
  },
  {
    name: 'words put into a sentence do not make the rest of it new',
    versions: [['He said no.'], ['He, speaking to reporters on Friday in the city, said no.']],
    told: ['(1-2)He, (2)speaking to reporters on Friday in the city, (1-2)said no.']
  }
]

const places: readonly Example[] = [
  {
    name: 'a moved paragraph',
    versions: [
      [council, work, row],
      [row, council, work]
    ],
    told: [`(1-2)${row}`, `(1-2)${council}`, `(1-2)${work}`]
  },
  {
    name: 'a paragraph moved and edited',
    versions: [
      [council, work, row],
      [row.replace('three', 'four'), council, work]
    ],
    told: ['(1-2)Residents of Quay Row have waited for (2)four (1-2)years.', `(1-2)${council}`, `(1-2)${work}`]
  },
  {
    name: 'a paragraph split in two',
    versions: [[`${council} ${work}`], [council, work]],
    told: [`(1-2)${council}`, `(1-2)${work}`]
  },
  {
    name: 'a paragraph split around a new one, and edited',
    versions: [[`${council} ${work}`], [council, storm, work.replace('40', '60')]],
    told: [`(1-2)${council}`, `(2)${storm}`, '(1-2)Work on the wall will begin in spring and cost (2)£60 (1-2)million.']
  },
  {
    name: 'two paragraphs merged',
    versions: [[council, work], [`${council} ${work}`]],
    told: [`(1-2)${council} ${work}`]
  },
  {
    name: 'a sentence moved to another paragraph',
    versions: [
      [`${council} ${mayor}`, work],
      [council, `${work} ${mayor}`]
    ],
    told: [`(1-2)${council}`, `(1-2)${work} ${mayor}`]
  },
  {
    name: 'sentences that changed places in their paragraph',
    versions: [[`${council} ${mayor}`], [`${mayor} ${council}`]],
    told: [`(1-2)${mayor} ${council}`]
  },
  {
    name: 'a sentence moved to another paragraph and edited',
    versions: [
      [`${council} ${mayor}`, work],
      [council, `${work} ${mayor.replace('regretted', 'deplored')}`]
    ],
    told: [`(1-2)${council}`, `(1-2)${work} The mayor said she (2)deplored (1-2)the long delay.`]
  },
  {
    name: 'part of a sentence moved into a new one',
    versions: [
      [council, `${storm} Three crews searched the bay.`],
      [
        `${council} Police said today two people were safe after a heavy storm hit the coast last night.`,
        'Crews rested.'
      ]
    ],
    told: [
      `(1-2)${council} (2)Police said today two people were safe after (1-2)a heavy storm hit the coast last night.`,
      '(2)Crews rested.'
    ]
  },
  {
    name: 'a replaced paragraph',
    versions: [
      [council, work],
      [storm, work]
    ],
    told: [`(2)${storm}`, `(1-2)${work}`]
  },
  {
    name: 'a copy is new, the original is not',
    versions: [
      [council, work],
      [council, work, council]
    ],
    told: [`(1-2)${council}`, `(1-2)${work}`, `(2)${council}`]
  },
  {
    name: 'a sentence that moved and left an edited copy behind',
    versions: [
      [`${mayor} ${council}`, work],
      [`${mayor.replace('regretted', 'deplored')} ${council}`, `${work} ${mayor}`]
    ],
    told: [`(2)The mayor said she deplored the long delay. (1-2)${council}`, `(1-2)${work} ${mayor}`]
  },
  {
    name: 'of equal sentences each paragraph keeps its own',
    versions: [
      [`${council} ${row} ${mayor}`, `${work} ${storm}`],
      [`${council} ${row} ${mayor}`, `${work} ${storm} ${mayor}`],
      [`${work.replace('40', '60')} ${storm} ${mayor}`, `${council} Many residents. ${row} ${mayor}`]
    ],
    told: [
      `(1-3)Work on the wall will begin in spring and cost (3)£60 (1-3)million. ${storm} (2-3)${mayor}`,
      `(1-3)${council} (3)Many residents. (1-3)${row} ${mayor}`
    ]
  },
  {
    name: 'a headline that says what a paragraph says is another text',
    versions: [['Council approves the new harbour wall'], ['headline: Council approves the new harbour wall']],
    told: ['(2)Council approves the new harbour wall']
  },
  {
    name: 'a paragraph that becomes a heading is the same text',
    versions: [
      [council, work],
      [`heading: ${council}`, work]
    ],
    told: [`(1-2)${council}`, `(1-2)${work}`]
  },
  {
    name: 'blocks without words, or without text',
    versions: [
      [council, '* * *', 'image: '],
      ['***', council, 'image: ', '👍', '']
    ],
    told: ['(1-2)***', `(1-2)${council}`, '', '(2)👍', '']
  }
]

const returns: readonly Example[] = [
  {
    name: 'a sentence out in version 3 and back in version 6',
    versions: [
      [`${council} ${mayor}`],
      [`${council} ${mayor}`],
      [council],
      [council],
      [`${council} ${row}`],
      [`${council} ${mayor} ${row}`]
    ],
    told: [`(1-6)${council} (1-2 6)${mayor} (5-6)${row}`]
  },
  {
    name: 'a sentence that comes back elsewhere',
    versions: [
      [`${council} ${mayor}`, work],
      [council, work],
      [council, `${work} ${mayor}`]
    ],
    told: [`(1-3)${council}`, `(1-3)${work} (1 3)${mayor}`]
  },
  {
    name: 'a paragraph that comes back slightly reworded',
    versions: [
      [council, work, row],
      [council, row],
      [council, row],
      [work.replace('begin', 'start'), council, row]
    ],
    told: ['(1 4)Work on the wall will (4)start (1 4)in spring and cost £40 million.', `(1-4)${council}`, `(1-4)${row}`]
  },
  {
    name: 'a figure changed and changed back',
    versions: [[work], [work.replace('40', '60')], [work]],
    told: ['(1-3)Work on the wall will begin in spring and cost (1 3)£40 (1-3)million.']
  },
  {
    name: 'a whole text that goes and returns',
    versions: [
      [council, work],
      [storm, row],
      [council, work],
      [storm, row],
      [council, work]
    ],
    told: [`(1 3 5)${council}`, `(1 3 5)${work}`]
  },
  {
    name: 'two headlines that swap',
    versions: [
      ['headline: Council approves plan', council],
      ['headline: Mayor hails harbour deal', council],
      ['headline: Council approves plan', council],
      ['headline: Mayor hails harbour deal', council]
    ],
    told: ['(2 4)Mayor hails harbour deal', `(1-4)${council}`]
  },
  {
    name: 'a repeated line that comes between its like',
    versions: [
      ['Advertisement', council, 'Advertisement', work],
      ['Advertisement', council, 'Advertisement', work, 'Advertisement']
    ],
    told: ['(1-2)Advertisement', `(1-2)${council}`, '(1-2)Advertisement', `(1-2)${work}`, '(2)Advertisement']
  },
  {
    name: 'a repeated line of which one goes and returns',
    versions: [
      ['Advertisement', council, 'Advertisement', work],
      [council, 'Advertisement', work],
      ['Advertisement', council, 'Advertisement', work]
    ],
    told: ['(1 3)Advertisement', `(1-3)${council}`, '(1-3)Advertisement', `(1-3)${work}`]
  },
  {
    name: 'of repeated lines the one that left last comes back first',
    versions: [
      ['Advertisement', council, 'Advertisement'],
      [council, 'Advertisement'],
      [council],
      [council, 'Advertisement']
    ],
    told: [`(1-4)${council}`, '(1-2 4)Advertisement']
  }
]

const scripts: readonly Example[] = [
  {
    name: 'Chinese: sentences change places, one with another figure',
    versions: [
      ['他说，政府将在三月批准这个计划。居民们等了30年。'],
      ['居民们等了40年。他说，政府将在三月批准这个计划。']
    ],
    told: ['(1-2)居民们等了(2)40(1-2)年。他说，政府将在三月批准这个计划。']
  },
  {
    name: 'Thai: another month',
    versions: [['นายกรัฐมนตรีกล่าวว่ารัฐบาลจะอนุมัติแผนนี้ในเดือนมีนาคม'], ['นายกรัฐมนตรีกล่าวว่ารัฐบาลจะอนุมัติแผนนี้ในเดือนเมษายน']],
    told: ['(1-2)นายกรัฐมนตรีกล่าวว่ารัฐบาลจะอนุมัติแผนนี้ในเดือน(2)เมษายน']
  },
  {
    name: 'Arabic: another month, and vowel signs',
    versions: [
      ['قال الرئيس إن الحكومة ستوافق على الخطة في مارس. انتظر السكان ثلاث سنوات.'],
      ['قال الرئيس إن الحكومة ستوافق على الخطة في أبريل. انتظر السكان ثلاث سنوات.'],
      ['انتظر السكان ثلاث سنوات. قال الرئيس إن الحكومة ستوافق على الخطة في مارس.']
    ],
    told: ['(1-3)انتظر السكان ثلاث سنوات. قال الرئيس إن الحكومة ستوافق على الخطة في (1 3)مارس.']
  }
]

describe.each([
  { what: 'a small edit', examples: small },
  { what: 'a change of place', examples: places },
  { what: 'what comes back', examples: returns },
  { what: 'other scripts', examples: scripts }
])('$what', ({ examples }) => {
  test.each(examples)('$name', ({ versions, told }) => {
    expect(toldOf(versions)).toEqual(told)
  })
})

describe('a version in the middle', () => {
  const versions = [
    [council],
    [`${council} ${mayor}`],
    [`${council} ${mayor} ${row}`],
    [`${council} ${row}`],
    [council]
  ]

  test('its passages tell when they left', () => {
    expect(toldOf(versions, 3)).toEqual([`(1-5)${council} (2-3)${mayor} (3-4)${row}`])
  })

  test('lives come as positions in the list, and no two are equal', () => {
    const { lives, hitTimeout } = blame(
      versions.map((lines) => revisionOf(...lines)),
      2
    )
    expect(lives).toEqual([
      { introduced: 0, held: [[0, 4]] },
      { introduced: 1, held: [[1, 2]] },
      { introduced: 2, held: [[2, 3]] }
    ])
    expect(hitTimeout).toBe(false)
  })
})

test.each([-1, 2, 0.5])('there is no revision %d of two', (target) => {
  expect(() => blame([revisionOf(council), revisionOf(work)], target)).toThrow(RangeError)
})

test('without work to spend equal texts are still found, the rest counts as new, and it says so', () => {
  const revisions = [
    revisionOf(council, 'The wall costs £40 million.'),
    revisionOf('The wall costs £60 million.', council)
  ]
  const { blocks, lives, hitTimeout } = blame(revisions, 1, 0)
  expect(blocks.map((passages) => passages.map(({ life }) => lives[life]!.introduced))).toEqual([[1], [0]])
  expect(hitTimeout).toBe(true)
})
