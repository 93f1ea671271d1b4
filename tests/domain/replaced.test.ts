import { expect, test } from 'vitest'
import { compare } from '../../src/domain/diff/compare.ts'
import { changePhrase, summaryText } from '../../src/domain/summary.ts'
import type { Content } from '../../src/domain/revision.ts'
import { block, rebuilt, revision } from './redline.ts'

const story = revision(
  block('headline', 'Harbour wall to be raised before winter'),
  'The council voted on Monday to raise the harbour wall by a metre before the winter storms arrive on this coast.',
  'Families on Quay Row have asked for years that the wall be mended, and say that the last flood cost them their cellars.',
  'The engineer who looked at the wall in spring said that its foot had been hollowed out by the sea in three places.'
)
const german = revision(
  block('headline', 'Hafenmauer wird vor dem Winter erhöht'),
  'Der Rat hat am Montag beschlossen, die Hafenmauer noch vor den Stürmen des Winters um einen Meter zu erhöhen, und die Arbeiten beginnen bald.',
  'Die Familien am Kai haben seit Jahren darum gebeten, dass die Mauer ausgebessert wird, und sagen, die letzte Flut habe sie den Keller gekostet.',
  'Der Ingenieur, der die Mauer im Frühjahr untersucht hat, sagt, dass ihr Fuß an drei Stellen von der See ausgehöhlt worden ist.'
)
const consent = revision(
  block('headline', 'Before you continue'),
  'We and our partners use cookies to store and access information on your device. Accept all cookies or manage your cookie settings.'
)
const other = revision(
  block('headline', 'Choir wins a prize in the capital'),
  'Thirty singers from the valley came home by train last night with a silver cup and hardly any voice left between them.',
  'Their teacher started the choir after the mine closed, in a shed with a stove, because nobody else would have the key.',
  'Next year they want to sing in the cathedral, if the buses run late enough to take everyone back over the pass.'
)
const rewritten = revision(
  block('headline', 'Harbour wall to be raised before winter'),
  'Thirty singers from the valley came home by train last night with a silver cup and hardly any voice left between them.',
  'Their teacher started the choir after the mine closed, in a shed with a stove, because nobody else would have the key.'
)
const stub = revision(story.blocks[0]!, story.blocks[1]!)

test.each<[string, Content, Content, string | null]>([
  ['another language', story, german, 'language'],
  ['a request for consent', story, consent, 'consent'],
  ['another article', story, other, 'text'],
  ['the same headline over a new text', story, rewritten, null],
  ['the first paragraph alone', story, stub, null],
  ['the same', story, story, null]
])('%s', (_, older, newer, replaced) => {
  const comparison = compare(older, newer)
  expect(comparison.replaced).toBe(replaced)
  const both = rebuilt(older, newer, comparison)
  expect([both.older, both.newer]).toEqual([both.olds, both.news])
})

test('it is said in words, and in nothing else', () => {
  const comparison = compare(story, consent)
  expect(summaryText(comparison.summary)).toBe('The page shows a request for consent.')
  expect(changePhrase(comparison)).toBe('Consent request')
})
