import { expect, test } from 'vitest'
import type { Edit, EditKind } from '../../../src/domain/diff/comparison.ts'
import { noteOf } from '../../../src/renderer/compare/notes.ts'
import type { Row } from '../../../src/renderer/compare/rows.ts'

const row: Row = {
  key: 'n0',
  kind: 'changed',
  block: { kind: 'paragraph', text: '' },
  before: null,
  text: '',
  runs: [],
  edits: [],
  move: null,
  joined: null
}
const edit = (kind: EditKind, reason: string, before = '', after = ''): Edit => {
  const judged = { minor: false, importance: 50, disclosure: 'silent' } as const
  return { hunk: 0, kinds: [kind], folded: false, rule: null, before, after, reason, ...judged }
}

test('two figures are counted, each with its noun', () => {
  const edits = [
    edit('figure', 'figure: 40 → 60 households', 'Forty', 'Up to sixty'),
    edit('figure', 'figure: six → ten weeks')
  ]
  expect(noteOf(row, edits, '')).toEqual({
    title: 'Two figures changed',
    lines: [
      { strong: '40 → 60', rest: ' households' },
      { strong: 'six → ten', rest: ' weeks' }
    ]
  })
})

test('the most telling change names the note, the others follow', () => {
  const edits = [edit('wording', 'words changed'), edit('quote', 'quote altered')]
  expect(noteOf(row, edits, '')).toEqual({ title: 'Quote altered', lines: [{ strong: '', rest: 'Wording changed' }] })
})

test('a reason inside a standfirst names the change, not the block', () => {
  const note = noteOf(row, [edit('figure', 'standfirst: figure: six → ten weeks', 'six', 'ten')], '')
  expect(note?.title).toBe('Figure changed')
})

test('what came says where it was first seen, by the name of its kind', () => {
  const added: Row = { ...row, kind: 'added', block: { kind: 'correction-note', text: 'Correction' } }
  expect(noteOf(added, [], 'first seen in v3')).toEqual({
    title: 'Correction note added',
    lines: [{ strong: '', rest: 'first seen in v3' }]
  })
})

test('a move tells both places', () => {
  const move = {
    direction: 'up',
    what: 'paragraph',
    from: 7,
    to: 2,
    unchanged: true,
    other: 'l6'
  } as const
  expect(noteOf({ ...row, kind: 'moved', move }, [], '')).toEqual({
    title: 'Moved up',
    lines: [{ strong: '', rest: 'from 7th paragraph to 2nd, wording unchanged' }]
  })
})
