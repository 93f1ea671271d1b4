import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { en } from '../../../src/catalogue/en.ts'
import { es } from '../../../src/catalogue/es.ts'
import { setLanguage, t } from '../../../src/catalogue/words.ts'
import { compare } from '../../../src/domain/diff/compare.ts'
import { readMove, moveWords, placeWords } from '../../../src/renderer/compare/moves.ts'
import { editLines, editTitle } from '../../../src/renderer/compare/notes.ts'
import { readReason } from '../../../src/renderer/compare/reasons.ts'
import { partWords } from '../../../src/renderer/compare/summaryParts.ts'
import { readCases } from '../../domain/fixture-cases.ts'
import { editedPair } from '../../domain/editing.ts'

afterEach(() => setLanguage('en', en))

const examples = readCases().map(({ older, newer }) => compare(older, newer))
const unknownIn = ({ edits, summary }: ReturnType<typeof compare>) => [
  ...edits.flatMap(({ reason }) => (readReason(reason) === null ? [reason] : [])),
  ...summary.flatMap(({ text }) => (partWords(text) === text ? [] : [text]))
]

describe('what the comparison says in English is understood whole', () => {
  test('in every example', () => {
    expect(examples.flatMap(unknownIn)).toEqual([])
  })

  test('whatever editors do', () => {
    fc.assert(
      fc.property(editedPair(), ({ older, newer, lang }) => {
        expect(unknownIn(compare(older, newer, { lang }))).toEqual([])
      }),
      { numRuns: 200 }
    )
  })
})

test('the other language has words for all of it, and lacks none of the values', () => {
  setLanguage('es', es)
  const said = examples.flatMap(({ edits, summary }) => [
    ...edits.flatMap((edit) => [editTitle(edit), ...editLines(edit).map(({ strong, rest }) => strong + rest)]),
    ...summary.flatMap(({ text }) => partWords(text) ?? [])
  ])
  expect(said.filter((words) => /undefined|\{/u.test(words))).toEqual([])
  expect(partWords('2 paragraphs added')).toBe('2 párrafos añadidos')
  expect(partWords('1 moved')).toBe('1 movido')
  expect(partWords('The headline changed')).toBe('Cambió el titular')
})

test.each([
  ['The headline changed', 'The headline changed'],
  ['1 quote altered', '1 quote altered'],
  ['Households 40 → 60', 'Households 40 → 60'],
  ['4 more figures', '4 more figures']
])('%s stays in English', (text, said) => {
  expect(partWords(text)).toBe(said)
})

test('a move is told in both languages', () => {
  const move = readMove('moved up from 7th paragraph to 2nd, wording unchanged', 'paragraph', 'l6')
  expect(moveWords(move)).toBe('from 7th paragraph to 2nd, wording unchanged')
  expect(placeWords(move, 'to')).toBe('2nd paragraph')
  setLanguage('es', es)
  expect(moveWords(move)).toBe('del 7.º párrafo al 2.º, sin cambios de redacción')
  expect(moveWords({ ...move, what: 'quote' })).toBe('de la 7.ª cita a la 2.ª, sin cambios de redacción')
  expect(t('mark.spoken', { kind: 'added', what: 'quote' })).toBe('cita añadida')
})
