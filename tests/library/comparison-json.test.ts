import { expect, test } from 'vitest'
import { z } from 'zod'
import { compare } from '../../src/domain/diff/compare.ts'
import { sentenceMap } from '../../src/domain/diff/sentence-map.ts'
import type { Content } from '../../src/domain/revision.ts'
import { comparisonJson, toJson } from '../../src/library/exchange/comparison-json.ts'
import { readAnyText } from '../../src/library/exchange/plain-text.ts'

test('the documented schema is the one that answers are checked against', async () => {
  const schema = JSON.stringify(z.toJSONSchema(comparisonJson), null, 2)
  await expect(`${schema}\n`).toMatchFileSnapshot('../../docs/comparison.schema.json')
})

function answerTo(older: Content, newer: Content): object {
  const comparison = compare(older, newer)
  return toJson(comparison, sentenceMap({ older, newer }, comparison), 'one')
}

const quay = 'The quay was shut at noon, and the boats stayed in until the storm had passed.'
const wall = 'The wall is going to be raised in spring, and 40 households will have to leave the Row.'
const ferry = 'The ferry goes at nine. It comes back at ten, and then it rests for the day.'

test.each<[string, string, string]>([
  ['nothing', `Head\n\n${quay}`, `Head\n\n${quay}`],
  ['edited, added, removed', `Head\n\n${quay}\n\n${wall}`, `Headline\n\n${wall.replace('40', '60')}\n\n${ferry}`],
  ['moved', `Head\n\n${quay}\n\n${wall}\n\n${ferry}`, `Head\n\n${wall}\n\n${ferry}\n\n${quay}`],
  ['split', `Head\n\n${ferry}`, `Head\n\n${ferry.replace('. It', '.\n\nIt')}`],
  ['merged', `Head\n\n${ferry.replace('. It', '.\n\nIt')}`, `Head\n\n${ferry}`],
  ['folded', `Head\n\nUpdated 5 min ago\n\n${quay}`, `Head\n\nUpdated 9 min ago\n\n${quay}`],
  ['from nothing', '', `${quay}\n\n${wall}`]
])('a real answer keeps to it: %s', (_, before, after) => {
  const answer: unknown = JSON.parse(JSON.stringify(answerTo(readAnyText(before), readAnyText(after))))
  expect(comparisonJson.safeParse(answer).error).toBeUndefined()
})

test('images and links keep to it too', () => {
  const page = (file: string): Content => ({
    blocks: [
      { kind: 'image', text: 'The quay', src: `https://example.org/${file}.jpg` },
      { kind: 'paragraph', text: 'Read it.', links: [{ text: 'it', href: `https://example.org/${file}` }] }
    ],
    claims: []
  })
  const answer = answerTo(page('a'), page('b'))
  expect(comparisonJson.safeParse(answer).error).toBeUndefined()
})
