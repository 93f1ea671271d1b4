import { expect, test } from 'vitest'
import { compare } from '../../../src/domain/diff/compare.ts'
import { changeKeys } from '../../../src/domain/edits/change-key.ts'
import { editHashes } from '../../../src/domain/edits/edit-hash.ts'
import type { Content } from '../../../src/domain/revision.ts'

const content = (...paragraphs: string[]): Content => ({
  blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })),
  claims: []
})
const wall = 'The wall at low tide was measured in February by the council and by two of its engineers.'
const ferry = 'Ferries to the island run as before, and nobody has to change their ticket for that.'
const bridge = (days: number) => `The bridge shuts for ${days} days while the footings below it are made anew.`
const keys = (older: Content, newer: Content) => changeKeys(compare(older, newer, { lang: 'en' }))

test('an edit with a hash is kept under that', () => {
  const comparison = compare(content(bridge(40), wall), content(bridge(60), wall), { lang: 'en' })
  expect(changeKeys(comparison)).toEqual(editHashes(comparison))
})

test('a move has a key of its own, the same each time, and another than that of another move', () => {
  const [one] = keys(content(bridge(40), wall, ferry), content(ferry, bridge(40), wall))
  const [other] = keys(content(bridge(40), ferry, wall), content(wall, bridge(40), ferry))
  expect(one).toMatch(/^[0-9a-f]{16}$/u)
  expect(keys(content(bridge(40), wall, ferry), content(ferry, bridge(40), wall))).toContain(one)
  expect(one).not.toBe(other)
})

test('what is folded has none', () => {
  const page = (ago: string): Content => ({
    blocks: [
      { kind: 'dateline', text: `Updated ${ago}` },
      { kind: 'paragraph', text: wall }
    ],
    claims: []
  })
  const comparison = compare(page('1 hour ago'), page('2 hours ago'), { lang: 'en' })
  expect(comparison.edits.map(({ folded }) => folded)).toEqual([true])
  expect(changeKeys(comparison)).toEqual([null])
})
