import { expect, test } from 'vitest'
import type { Note } from '../../../src/contract/notes.ts'
import type { Begun } from '../../../src/renderer/inspector/begun.ts'
import { cardsOf } from '../../../src/renderer/inspector/cards.ts'

const time = '2026-03-03T09:00:00.000Z'
const about = { kind: 'article' } as const
const note = (id: number): Note => ({ id, about, text: `note ${id}`, createdAt: time, updatedAt: time })
const begun = (key: string, id: number | null): Begun => ({ key, article: 1, about, more: '', at: time, focus: 1, id })
const keys = (notes: readonly Note[], fresh: readonly Begun[]) => cardsOf(notes, fresh).map(({ key }) => key)

test('the newest note comes first, and those that are not written yet before it', () => {
  expect(keys([note(1), note(2)], [begun('new 1', null)])).toEqual(['new 1', '2', '1'])
})

test('a new note keeps its card while the library takes it, and is there once', () => {
  expect(keys([note(1)], [begun('new 1', 2)])).toEqual(['new 1', '1'])
  expect(keys([note(1), note(2)], [begun('new 1', 2)])).toEqual(['new 1', '1'])
})
