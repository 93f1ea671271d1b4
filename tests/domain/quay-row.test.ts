import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compare } from '../../src/domain/diff/compare.ts'
import type { Content } from '../../src/domain/revision.ts'
import { summaryText } from '../../src/domain/summary.ts'
import { outline, rebuilt } from './redline.ts'

/** The invented story of the sample library, in its five versions. */
const library = new URL('../../resources/sample-library/', import.meta.url)
const file = readdirSync(library).find((name) => name.endsWith('quay-row-sea-wall.json'))!
const history = JSON.parse(readFileSync(new URL(file, library), 'utf8')) as { captures: { content?: Content }[] }
const versions = history.captures.flatMap(({ content }) => (content === undefined ? [] : [content]))
const body = ({ blocks, claims }: Content): Content => ({
  claims,
  blocks: blocks.filter(({ kind }) => kind !== 'dateline' && kind !== 'byline')
})

test('version 2 to version 5 reads as a redline of prose', () => {
  const [older, newer] = [body(versions[1]!), body(versions[4]!)]
  const comparison = compare(older, newer, { lang: 'en' })
  const lines = outline(older, newer, comparison).filter((line) => !line.startsWith('='))
  expect(lines).toEqual([
    '~ [-Council to move 40 households out of Quay Row for sea wall repairs-]{+Quay Row families ‘will have a choice’ over sea wall move, says council+}',
    '~ Families will be rehoused for up to [-six-]{+ten+} weeks from April while engineers rebuild the footings.',
    '~ [-Forty-]{+Up to sixty+} households on Quay Row will have to leave their homes for up to [-six-]{+ten+} weeks this spring while engineers rebuild the footings of the Victorian sea wall, Orrinmouth council confirmed on Tuesday.',
    'up The wall was last strengthened after the storm of 1961, when eleven houses at the north end of the Row were lost in a single night.',
    '~ “[-Nobody is being forced out-]{+Everyone on the Row will have a choice+},” said Dilys Amberley, the council leader. “We are asking people to leave for a [-short -]time so that the wall behind them does not fall down.”',
    '+ Tenants who are moved will not pay rent while they are away, the council said on Wednesday. It has not said whether owners will be repaid for bills.',
    '+ The residents’ association said the larger figure had come as a shock. Farida Noon, its secretary, said members had been told in January to expect “a few weeks for a few doors”.',
    '~ A survey in January found that the sea had scoured away nearly two metres of the clay beneath the wall. [-Hal Penrose, the council’s chief engineer, called the damage “serious but not sudden”.-]{+The council has declined to publish it in full, saying that parts are commercially sensitive.+}',
    '~ The scheme is expected to cost [-£2.4m-]{+£3.1m+}, most of it from the county’s coastal fund.',
    '- Tom Reckitt, 71, who has lived at number 18 since 1983, said he had learned of the move from a neighbour. “You would think somebody might knock,” he said.',
    'away The wall was last strengthened after the storm of 1961, when eleven houses at the north end of the Row were lost in a single night.'
  ])
  expect(summaryText(comparison.summary)).toBe(
    'The headline changed. 2 paragraphs added, 1 removed, 1 moved. 1 quote altered. Households 40 → 60, weeks six → ten, cost £2.4m → £3.1m.'
  )
})

test('version 1 to version 2 is a corrected spelling', () => {
  const comparison = compare(versions[0]!, versions[1]!, { lang: 'en' })
  expect(comparison.edits.map(({ kinds, before, after, minor }) => ({ kinds, before, after, minor }))).toEqual([
    { kinds: ['typo'], before: 'furnised', after: 'furnished', minor: true }
  ])
  expect(summaryText(comparison.summary)).toBe('Only minor edits: spelling.')
})

test('every pair of versions can be rebuilt from the other', () => {
  for (const older of versions) {
    for (const newer of versions) {
      const both = rebuilt(older, newer, compare(older, newer))
      expect(both.newer).toEqual(both.news)
      expect(both.older).toEqual(both.olds)
    }
  }
})
