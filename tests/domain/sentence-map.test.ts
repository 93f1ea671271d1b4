import { expect, test } from 'vitest'
import { compare } from '../../src/domain/diff/compare.ts'
import { sentenceMap } from '../../src/domain/diff/sentence-map.ts'
import type { Content } from '../../src/domain/revision.ts'
import { block, revision } from './redline.ts'

const wall = 'The wall was last strengthened after the storm of 1961.'
const ferry = 'Ferry services from the east pier are not affected by the works.'
const vote = 'Councillors backed the repairs by nine votes to four in February.'
const hall = 'A drop-in session will be held at the Methodist hall on Thursday.'
const cost = 'The works will cost two million and take until the spring.'

test.each<[string, Content, Content, string[]]>([
  ['nothing changed', revision(`${wall} ${vote}`), revision(`${wall} ${vote}`), ['same 0 0', 'same 1 1']],
  [
    'the headline has no number',
    revision(block('headline', 'A'), wall),
    revision(block('headline', 'B'), wall),
    ['same 0 0']
  ],
  [
    'one edited, one gone, one come',
    revision(`${wall} ${vote} ${hall}`),
    revision(`${wall} ${vote.replace('nine', 'ten')} ${cost}`),
    ['same 0 0', 'removed 2 ', 'edited 1 1', 'added  2']
  ],
  [
    'one moved to another paragraph',
    revision(`${wall} ${vote}`, ferry),
    revision(wall, `${ferry} ${vote}`),
    ['same 0 0', 'moved 1 2', 'same 2 1']
  ],
  [
    'a paragraph moved',
    revision(wall, vote, ferry, hall),
    revision(hall, wall, vote, ferry),
    ['moved 3 0', 'same 0 1', 'same 1 2', 'same 2 3']
  ],
  [
    'one split in two',
    revision('The wall was last strengthened after the storm of 1961 and the ferry from the east pier still runs.'),
    revision('The wall was last strengthened after the storm of 1961. The ferry from the east pier still runs.'),
    ['split 0 0,1']
  ],
  [
    'two merged into one',
    revision('The wall was last strengthened after the storm of 1961. The ferry from the east pier still runs.'),
    revision('The wall was last strengthened after the storm of 1961 and the ferry from the east pier still runs.'),
    ['merged 0,1 0']
  ],
  [
    'a paragraph break that moved',
    revision(`${wall} ${vote}`, ferry),
    revision(wall, `${vote} ${ferry}`),
    ['same 0 0', 'same 1 1', 'same 2 2']
  ]
])('%s', (_, older, newer, expected) => {
  const steps = sentenceMap({ older, newer }, compare(older, newer))
  expect(steps.map((step) => `${step.op} ${step.old.join()} ${step.new.join()}`).sort()).toEqual([...expected].sort())
})

test('sentences that came as a list keep their numbers, wherever a full stop stands', () => {
  const [older, newer] = [revision('He left. At noon.', wall), revision('He left. At one.', wall)]
  const whole = (text: string) => [{ from: 0, to: text.length }]
  expect(sentenceMap({ older, newer }, compare(older, newer), whole)).toEqual([
    { op: 'edited', old: [0], new: [0] },
    { op: 'same', old: [1], new: [1] }
  ])
})
