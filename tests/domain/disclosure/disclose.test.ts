import { describe, expect, test } from 'vitest'
import { compare } from '../../../src/domain/diff/compare.ts'
import type { Comparison, Edit } from '../../../src/domain/diff/comparison.ts'
import { isCorrectionNote } from '../../../src/domain/disclosure/correction-note.ts'
import type { Claim, Content } from '../../../src/domain/revision.ts'
import { block, revision } from '../redline.ts'
import { noteCases, type NoteCase } from './cases.ts'

/** The two revisions of a case: its places as paragraphs, and the note at the end of the newer. */
function pairOf({ note, places }: NoteCase): readonly [older: Content, newer: Content] {
  const side = (at: 0 | 1) => places.map((place) => place[at]).filter((text) => text !== '')
  return [revision(...side(0)), revision(...side(1), block('correction-note', note))]
}

/** The edits in the paragraph that a place is. */
function editsAt(
  comparison: Comparison,
  [older, newer]: readonly [Content, Content],
  place: readonly string[]
): Edit[] {
  const [before = '', after = ''] = place
  const text = ({ blocks }: Content, at: unknown) => (typeof at === 'number' ? blocks[at]!.text : '')
  return comparison.edits.filter(({ hunk }) => {
    const { old, new: now }: { old?: unknown; new?: unknown } = comparison.hunks[hunk]!
    return before === '' ? text(newer, now) === after : text(older, old) === before
  })
}

describe.each(noteCases.map((each) => [each.lang, each.note, each] as const))('%s: %s', (_lang, note, each) => {
  const pair = pairOf(each)

  test('is read as a note', () => {
    expect(isCorrectionNote(note)).toBe(true)
  })

  test('admits nothing where it was there before', () => {
    const older = { ...pair[0], blocks: [...pair[0].blocks, block('correction-note', note)] }
    expect(new Set(compare(older, pair[1]).edits.map(({ disclosure }) => disclosure))).toEqual(new Set(['silent']))
  })

  test.each([[each.lang], [null]])('admits what it names and nothing else (article in %s)', (lang) => {
    const comparison = compare(...pair, { lang })
    const told = each.places.map((place) => editsAt(comparison, pair, place).map(({ disclosure }) => disclosure))
    expect(told.map((states) => [...new Set(states)])).toEqual(each.places.map(([, , disclosure]) => [disclosure]))
  })
})

test('laid over a story it does not belong to, a note claims next to nothing', () => {
  const pairs = noteCases.flatMap((one) =>
    noteCases.filter((other) => other.lang === one.lang && other !== one).map((other) => ({ ...other, note: one.note }))
  )
  const edits = pairs
    .flatMap((each) => compare(...pairOf(each), { lang: each.lang }).edits)
    .filter(({ kinds }) => !kinds.includes('correction-note'))
  const claimed = edits.filter(({ disclosure }) => disclosure === 'noted')
  console.log(`${claimed.length} of ${edits.length} edits claimed by notes of other stories`)
  expect(claimed.length / edits.length).toBeLessThan(0.03)
})

const before = 'The council said it would move 40 households while the wall is raised.'
const after = 'The council said it would move 60 households while the wall is raised.'
const updated = (where: Claim['where'], text: string): Claim => ({ kind: 'updated', where, text, at: text })
const saying = (text: string, ...claims: Claim[]): Content => ({ ...revision(text), claims })

test.each<[string, Content, Content, string]>([
  ['nothing', saying(before), saying(after), 'silent'],
  [
    'the date in the metadata alone',
    saying(before, updated('metadata', '2026-03-03T09:05')),
    saying(after, updated('metadata', '2026-03-04T10:00')),
    'metadata-only'
  ],
  [
    'a visible time of update that names nothing',
    saying(before, updated('visible', '2026-03-03T09:05')),
    saying(after, updated('visible', '2026-03-04T10:00'), updated('metadata', '2026-03-04T10:00')),
    'silent'
  ],
  [
    'a note about something else',
    saying(before),
    {
      ...revision(after, 'Correction: the photo showed another quay.'),
      claims: [updated('metadata', '2026-03-04T10:00')]
    },
    'silent'
  ],
  [
    'a note that was there before and says nothing new',
    revision(before, 'Correction: we gave the number of households wrongly.'),
    revision(after, 'Correction: we gave the number of households wrongly.'),
    'silent'
  ],
  [
    'a note that says more than before',
    revision(before, 'Correction: the mayor is Ann Lee. '),
    revision(after, 'Correction: the mayor is Ann Lee. The number of households was corrected too.'),
    'noted'
  ]
])('%s changed: the edit is as the page owns up to it', (_, older, newer, disclosure) => {
  const [edit] = compare(older, newer, { lang: 'en' }).edits
  expect(edit).toMatchObject({ kinds: ['figure'], disclosure })
})

test('a note that comes is itself noted; one that goes is not', () => {
  const [without, noted] = [revision(before), revision(before, block('correction-note', 'Corrected: it was forty.'))]
  expect(compare(without, noted).edits.map(({ disclosure }) => disclosure)).toEqual(['noted'])
  expect(compare(noted, without).edits.map(({ disclosure }) => disclosure)).toEqual(['silent'])
})
